using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OfficeDesk.Tests.Support;

/// <summary>A fenced block of a document. One marked <c>csharp</c> compiles in one of three forms, tried in this order:</summary>
/// <remarks>
/// a whole file (a program, or types); members of a class; statements of a method that has what a host has:
/// <c>services</c>, <c>builder</c>, <c>desk</c>, <c>inbox</c>, <c>message</c>, <c>clerk</c>, <c>key</c>, <c>root</c>,
/// <c>cancellationToken</c>. All of CellsContact's namespaces are at hand.
/// </remarks>
internal sealed record DocumentBlock(string File, int Line, string Language, string Text)
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Threading; global using System.Threading.Tasks;
        global using CellsContact.Attachments; global using CellsContact.Contacts; global using CellsContact.DependencyInjection; global using CellsContact.Desk;
        global using CellsContact.Establishments; global using CellsContact.Intake; global using CellsContact.Ledgers;
        global using CellsContact.MyNumbers; global using CellsContact.MyPages; global using CellsContact.OpenXml; global using CellsContact.Promises;
        global using CellsContact.Reflectors; global using CellsContact.Retention; global using CellsContact.Statuses; global using CellsContact.Storage;
        global using Microsoft.AspNetCore.DataProtection; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting;
        """;

    private static readonly MetadataReference[] s_references = References();

    public static IReadOnlyList<DocumentBlock> Of(string file)
    {
        List<DocumentBlock> blocks = [];
        string[] lines = System.IO.File.ReadAllLines(Path.Combine(Repository.Root, file));
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
                continue;
            int end = Array.IndexOf(lines, "```", i + 1);
            blocks.Add(new(file, i + 1, lines[i][3..].Trim(), string.Join('\n', lines[(i + 1)..end])));
            i = end;
        }

        return blocks;
    }

    /// <summary>Why the block does not compile, in the form it comes closest to; nothing when it does.</summary>
    public IReadOnlyList<string> Errors()
    {
        IReadOnlyList<string>[] attempts =
        [
            Compile(Text, OutputKind.ConsoleApplication),
            Compile(Text, OutputKind.DynamicallyLinkedLibrary),
            Compile($"internal sealed class Block {{\n{Text}\n}}", OutputKind.DynamicallyLinkedLibrary),
            Compile($$"""
                internal sealed class Block
                {
                    private static async Task RunAsync(IServiceCollection services, HostApplicationBuilder builder, ContactDesk desk, ContactInbox inbox, Stream message, DeskOperator clerk, ContactKey key, string root, CancellationToken cancellationToken)
                    {
                        await Task.CompletedTask;
                        {{Text}}
                    }
                }
                """, OutputKind.DynamicallyLinkedLibrary),
        ];
        return attempts.MinBy(errors => errors.Count)!;
    }

    public override string ToString() => $"{File}:{Line}";

    private static string[] Compile(string source, OutputKind kind)
    {
        CSharpParseOptions parsing = new(LanguageVersion.Latest);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Block",
            [CSharpSyntaxTree.ParseText(Usings, parsing), CSharpSyntaxTree.ParseText(source, parsing)],
            s_references,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        return [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];
    }

    private static MetadataReference[] References()
    {
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        string[] own = ["CellsContact.dll", "CellsContact.OpenXml.dll", "CellsContact.EntityFrameworkCore.dll", "CellsContact.Promises.dll"];
        return [.. platform.Concat(own.Select(name => Path.Combine(AppContext.BaseDirectory, name))).Distinct().Where(IsAssembly).Select(path => MetadataReference.CreateFromFile(path))];
    }

    private static bool IsAssembly(string path)
    {
        try
        {
            return AssemblyName.GetAssemblyName(path) is not null;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
