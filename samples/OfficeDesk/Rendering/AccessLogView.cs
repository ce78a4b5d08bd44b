using System.Globalization;
using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.MyNumbers;
using OfficeDesk.Commands;
using Spectre.Console;

namespace OfficeDesk.Rendering;

/// <summary>Shows the access log (アクセスログ) and what verifying it found. It holds no digit of a number.</summary>
internal sealed class AccessLogView(Report report, OfficeClock clock)
{
    private const int Width = 80;
    private const string Indent = "      ";

    public void List(IReadOnlyList<MyNumberAccessRecord> records)
    {
        foreach (MyNumberAccessRecord record in records)
        {
            MyNumberAccess access = record.Access;
            Parts("", access.Result is MyNumberAccessResult.Begun or MyNumberAccessResult.Done ? Tone.Normal : Tone.Warning,
                record.At.ToOffset(clock.Now.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                $"{AccessLabels.Of(access.Kind)}: {AccessLabels.Of(access.Result)}",
                $"{(access.Kind == MyNumberAccessKind.Receipt ? "送信者" : "担当者")} {Printable.Of(access.ActorId)}",
                $"{access.Establishment} の {record.Number} 番");
            Parts(Indent, Tone.Faint,
                Subject(access),
                access.Purpose is { } purpose ? $"利用目的 {Printable.Of(purpose)}" : "",
                access.ContactId is { } contact ? $"連絡 {access.Establishment}/{Printable.Of(contact)}" : "");
        }

        report.Line($"{records.Count} 件", Tone.Faint);
    }

    public void Verified(IReadOnlyList<VerifiedLog> logs)
    {
        foreach (VerifiedLog log in logs)
        {
            MyNumberLogVerification found = log.Verification;
            string against = log.Against is { } anchor ? $"控え（{anchor.Number} 番まで）と照合" : "控えとの照合なし";
            if (found.Holds)
                report.Line($"{log.Establishment}: {found.Records} 件すべて正常です。{against}。", Tone.Good);
            else
                report.Line($"{log.Establishment}: {found.At} 番の記録が{AccessLabels.Of(found.Problem!.Value).Japanese}その前の {found.Records} 件は正常です。{against}。", Tone.Bad);
            report.Line($"  {found.Anchor}");
        }

        report.Line("各行の E001:件数:… が控えです。別の場所に保管し、次回 --anchor または --anchor-file で照合してください。", Tone.Faint);
        report.Line("控えがないと、末尾から消された記録には気付けません。", Tone.Faint);
    }

    public static void Json(Utf8JsonWriter writer, MyNumberAccessRecord record)
    {
        MyNumberAccess access = record.Access;
        writer.WriteString("establishment", access.Establishment.Value);
        writer.WriteNumber("number", record.Number);
        writer.WriteString("at", record.At);
        writer.WriteString("actor", access.ActorId);
        writer.WriteString("kind", JsonOutput.NameOf(access.Kind));
        writer.WriteString("result", JsonOutput.NameOf(access.Result));
        if (access.Purpose is { } purpose)
            writer.WriteString("purpose", purpose);
        if (access.EmployeeNumber is { } number)
            writer.WriteString("employeeNumber", number);
        if (access.IsDependent is { } isDependent)
            writer.WriteBoolean("isDependent", isDependent);
        if (access.DependentBirthDate is { } birthDate)
            writer.WriteString("dependentBirthDate", Day(birthDate));
        if (access.ContactId is { } contact)
            writer.WriteString("contact", contact);
        if (access.Path is { } path)
            writer.WriteString("path", path);
        writer.WriteString("seal", record.Seal);
    }

    public static void Json(Utf8JsonWriter writer, VerifiedLog log)
    {
        MyNumberLogVerification found = log.Verification;
        writer.WriteString("establishment", log.Establishment.Value);
        writer.WriteBoolean("holds", found.Holds);
        writer.WriteNumber("records", found.Records);
        if (found.Problem is { } problem)
        {
            writer.WriteString("problem", JsonOutput.NameOf(problem));
            writer.WriteNumber("at", found.At!.Value);
            BilingualText text = AccessLabels.Of(problem);
            writer.WriteText(new($"{found.At} 番の記録が{text.Japanese}", $"Record {found.At} {text.English}"));
        }

        writer.WriteString("anchor", found.Anchor.ToString());
        if (log.Against is { } against)
            writer.WriteString("against", against.ToString());
    }

    private static string Subject(MyNumberAccess access)
    {
        if (access.EmployeeNumber is not { } number)
            return access.Path is { } path ? $"対象 連絡の {Printable.Of(path)}" : "";
        string who = access switch
        {
            { IsDependent: true, DependentBirthDate: { } birthDate } => $" 家族（{Day(birthDate)} 生）",
            { IsDependent: true } => " 家族",
            _ => " 本人",
        };
        return $"対象 社員番号 {Printable.Of(number)}{who}";
    }

    /// <summary>Writes what there is on one line, or on several where 80 columns are not enough.</summary>
    private void Parts(string indent, Tone tone, params string[] parts)
    {
        string line = "";
        foreach (string part in parts.Where(part => part.Length > 0))
        {
            if (line.Length > 0 && $"{line}  {part}".GetCellWidth() > Width)
            {
                report.Line(line, tone);
                line = "";
            }

            line = line.Length > 0 ? $"{line}  {part}" : indent + part;
            indent = Indent;
        }

        if (line.Length > 0)
            report.Line(line, tone);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
