namespace CellsContact.OpenXml.Workbooks;

/// <summary>
/// Thrown inside the package layers, which know neither file name nor establishment;
/// <see cref="WorkbookErrors"/> turns it into the ledger's own exceptions.
/// </summary>
internal sealed class WorkbookFormatException : Exception
{
    public WorkbookFormatException(WorkbookProblem problem, string detail, Exception? inner = null)
        : base(detail, inner) => Problem = problem;

    public WorkbookProblem Problem { get; }

    public static WorkbookFormatException Damaged(string detail, Exception? inner = null) =>
        new(WorkbookProblem.Damaged, detail, inner);

    public static WorkbookFormatException TooLarge(string detail) => new(WorkbookProblem.TooLarge, detail);
}
