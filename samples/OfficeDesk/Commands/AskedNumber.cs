using CellsContact.Desk;
using CellsContact.MyNumbers;

namespace OfficeDesk.Commands;

/// <summary>One number of a notice, and what asking for it came to.</summary>
internal sealed record AskedNumber(MyNumberSlot Slot, MyNumberReveal Reveal)
{
    public int ExitCode => Reveal is MyNumberReveal.Shown ? OfficeDesk.ExitCode.Done : OfficeDesk.ExitCode.Refused;
}
