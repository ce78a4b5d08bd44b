using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.MyNumbers;
using OfficeDesk.Commands;

namespace OfficeDesk.Rendering;

/// <summary>Shows numbers to the operator who authenticated for them.</summary>
internal sealed class MyNumberView(Report report)
{
    public void Show(ContactDetail detail, MyNumberGrant grant, IReadOnlyList<AskedNumber> numbers)
    {
        report.Title(ContactView.HeadingOf(detail.Entry.Contact));
        report.Line($"対象者: {PersonOf(detail.Entry.Contact)}");
        report.Line($"担当者: {Printable.Of(grant.OperatorId)}　利用目的: {Printable.Of(grant.Purpose)}");
        foreach (AskedNumber number in numbers)
        {
            string text = number.Reveal switch
            {
                MyNumberReveal.Shown shown => Grouped(shown.Number),
                MyNumberReveal.Denied denied => denied.Text.Japanese,
                MyNumberReveal.NoNumber none => none.Text.Japanese,
                _ => throw new ArgumentOutOfRangeException(nameof(numbers), number.Reveal.GetType().Name, "Not an outcome of asking for a number."),
            };
            report.Line($"マイナンバー（{WhoseOf(detail.Entry.Contact, number.Slot)}）: {text}", number.ExitCode == ExitCode.Done ? Tone.Normal : Tone.Bad);
        }

        if (numbers.Any(number => number.ExitCode == ExitCode.Done))
            report.Line("表示したことはアクセスログに記録しました。用が済んだら画面を消してください。", Tone.Faint);
    }

    public static void Json(Utf8JsonWriter writer, ContactDetail detail, MyNumberGrant grant, IReadOnlyList<AskedNumber> numbers)
    {
        writer.WriteKey(detail.Entry.Key);
        writer.WriteString("operator", grant.OperatorId);
        writer.WriteString("purpose", grant.Purpose);
        writer.WriteArray("numbers", numbers, number =>
        {
            writer.WriteString("path", number.Slot.Path);
            writer.WriteString("whose", WhoseOf(detail.Entry.Contact, number.Slot));
            writer.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(number.Reveal.GetType().Name));
            switch (number.Reveal)
            {
                case MyNumberReveal.Shown shown:
                    Span<char> digits = stackalloc char[MyNumber.Mask.Length];
                    shown.Number.CopyDigitsTo(digits);
                    writer.WriteString("number", digits);
                    break;
                case MyNumberReveal.Denied denied:
                    writer.WriteText(denied.Text);
                    break;
                case MyNumberReveal.NoNumber none:
                    writer.WriteText(none.Text);
                    break;
            }
        });
    }

    private static string PersonOf(Contact contact) => contact switch
    {
        MyNumberUpdateContact { Person.EmployeeNumber: not null } or DependentChangeContact { Person.EmployeeNumber: not null } or InsuranceChangeContact { Person.EmployeeNumber: not null } =>
            $"社員番号 {ContactView.PersonOf(contact)}",
        _ => ContactView.PersonOf(contact),
    };

    /// <summary>Whose number a place of a notice holds: 本人, or the family member's name.</summary>
    private static string WhoseOf(Contact contact, MyNumberSlot slot) => contact switch
    {
        MyNumberUpdateContact { Subject.Dependent: { } dependent } => $"家族 {ContactView.NameOf(dependent.Name)}",
        DependentChangeContact change => $"家族 {ContactView.NameOf(change.Dependent.Name)}",
        HireContact hire when DependentAt(slot.Path, hire.Dependents) is { } dependent => $"家族 {ContactView.NameOf(dependent.Name)}",
        InsuranceChangeContact change when DependentAt(slot.Path, change.Dependents) is { } dependent => $"家族 {ContactView.NameOf(dependent.Name)}",
        _ => "本人",
    };

    private static Dependent? DependentAt(string path, IReadOnlyList<Dependent> dependents) =>
        dependents.Index().Where(each => path == $"dependents[{each.Index}].myNumber").Select(each => each.Item).FirstOrDefault();

    private static string Grouped(MyNumber number)
    {
        Span<char> digits = stackalloc char[MyNumber.Mask.Length];
        number.CopyDigitsTo(digits);
        return $"{digits[..4]} {digits[4..8]} {digits[8..]}";
    }
}
