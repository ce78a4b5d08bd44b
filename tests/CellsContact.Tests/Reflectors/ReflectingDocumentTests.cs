using System.Reflection;
using System.Runtime.CompilerServices;
using CellsContact.Reflectors;

namespace CellsContact.Tests.Reflectors;

public class ReflectingDocumentTests
{
    public static TheoryData<string> Codes =>
        [.. typeof(NoteCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => (string)code.GetRawConstantValue()!)];

    [Theory, MemberData(nameof(Codes))]
    public void EveryCode_StandsInTheDocument(string code) => Assert.Contains($"`{code}`", Text(), StringComparison.Ordinal);

    private static string Text([CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "reflecting.md"));
}
