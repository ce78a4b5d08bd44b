using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.Desk;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary>What became of one notice: an outcome of saving, or a failure of ledger or store.</summary>
internal sealed record SavedItem(ContactKey Key, SaveResult? Result, Failure? Failure)
{
    public int ExitCode => Result is not null ? OutcomeText.ExitCodeOf(Result) : Failure!.ExitCode;

    /// <summary>Saves one notice; what goes wrong with it does not stop the others.</summary>
    public static async Task<SavedItem> SaveAsync(ContactKey key, Func<Task<SaveResult>> save)
    {
        try
        {
            return new(key, await save(), null);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            return new(key, null, OfficeDesk.Failure.From(error));
        }
    }

    /// <summary>Answers a command about this one notice.</summary>
    public int Answer(CommandContext context, OfficeSession session)
    {
        if (context.Json)
            JsonOutput.Write(context.Screen.Output, writer => writer.WriteArray("results", [this], each => each.Write(writer)));
        else
            Show(context.Report, new(context.Report, session.Labels));
        return ExitCode;
    }

    public void Show(Report report, SaveView view)
    {
        if (Result is not null)
            view.Result(Key, Result);
        else
            report.Line($"{Key}: {Failure!.Text.Japanese}", Tone.Bad);
    }

    public void Write(Utf8JsonWriter writer)
    {
        if (Result is not null)
        {
            JsonSaves.Result(writer, Key, Result);
            return;
        }

        writer.WriteKey(Key);
        writer.WriteFailure(Failure!);
    }
}
