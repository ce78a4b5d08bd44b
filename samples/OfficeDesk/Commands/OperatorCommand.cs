using System.CommandLine;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Establishments;
using CellsContact.MyNumbers;
using OfficeDesk.Data;
using OfficeDesk.Input;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>operator add</c>: registers an operator with a pass phrase, or changes it.</summary>
internal static class OperatorCommand
{
    private const int MinLength = 8;
    private const int MaxNameLength = 64;

    private static readonly Argument<string> s_name = new("NAME") { Description = "担当者（--operator に指定する名前）" };

    public static Command Create(OfficeDeskApp app) => new("operator", "認証する担当者を登録する")
    {
        app.Bind(new("add", "担当者を登録する。登録済みならパスフレーズを変更する") { s_name }, AddAsync),
    };

    private static async Task<int> AddAsync(CommandContext context, CancellationToken token)
    {
        string name = Checked(context.Arguments.GetRequiredValue(s_name));
        await using OfficeSession session = await context.OpenAsync(token);
        OperatorItem? present = (await OperatorFile.ReadAsync(context.Folder, token)).Find(name);
        if (present is not null)
            await ProveAsync(context, session, name, token);
        using (PassPhrase chosen = Choose(context.Screen.PassPhrases))
            await OperatorFile.PutAsync(context.Folder, new(name, PassPhraseHash.Of(chosen)), present, token);

        if (context.Json)
        {
            JsonOutput.Write(context.Screen.Output, writer =>
            {
                writer.WriteString("operator", name);
                writer.WriteString("outcome", present is null ? "added" : "changed");
            });
        }

        context.Report.Line(present is null ? $"担当者 {name} を登録しました。" : $"担当者 {name} のパスフレーズを変更しました。", Tone.Good);
        return ExitCode.Done;
    }

    private static string Checked(string name) => name.Length is > 0 and <= MaxNameLength && name == name.Trim() && Printable.Of(name) == name
        ? name
        : throw OfficeDeskException.BadInput(
            $"担当者の名前は{MaxNameLength}文字以内で、前後の空白や制御文字なしで指定してください。",
            $"An operator's name has 1 to {MaxNameLength} characters, without control characters or blanks around it.");

    /// <summary>Only whoever knows the present pass phrase changes it. Guessing is recorded and locked out as everywhere.</summary>
    private static async Task ProveAsync(CommandContext context, OfficeSession session, string name, CancellationToken token)
    {
        IReadOnlyList<Establishment> establishments = await session.Establishments.ListAsync(token);
        EstablishmentId first = establishments.Select(establishment => establishment.Id).OrderBy(id => id.Value, StringComparer.Ordinal).First();
        using PassPhrase typed = context.Screen.PassPhrases.Read($"{name} の現在のパスフレーズ");
        Authentication.Granted(
            await session.MyNumbers.AuthenticateAsync(new(name), OperatorAuthenticator.PassPhraseChange, MyNumberScope.Of(first), typed, token),
            session.Clock);
    }

    /// <summary>Reads a new pass phrase; typed ones twice, since nobody sees what is typed.</summary>
    private static PassPhrase Choose(PassPhraseInput input)
    {
        PassPhrase chosen = input.Read($"新しいパスフレーズ（{MinLength}文字以上）");
        try
        {
            if (chosen.Length < MinLength)
            {
                throw OfficeDeskException.BadInput(
                    $"パスフレーズは{MinLength}文字以上にしてください。何も変えていません。",
                    $"A pass phrase has {MinLength} characters or more. Nothing was changed.");
            }

            if (!input.IsTyped)
                return chosen;
            using PassPhrase again = input.Read("もう一度");
            return AreSame(chosen, again)
                ? chosen
                : throw OfficeDeskException.BadInput("2回の入力が違います。何も変えていません。", "The two entries differ. Nothing was changed.");
        }
        catch
        {
            chosen.Dispose();
            throw;
        }
    }

    private static bool AreSame(PassPhrase one, PassPhrase other)
    {
        char[] first = new char[one.Length];
        char[] second = new char[other.Length];
        one.CopyTo(first);
        other.CopyTo(second);
        bool same = first.AsSpan().SequenceEqual(second);
        Array.Clear(first);
        Array.Clear(second);
        return same;
    }
}
