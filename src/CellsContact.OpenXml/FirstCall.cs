using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime;
using System.Runtime.CompilerServices;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Layouts;
using CellsContact.OpenXml.Ledgers;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Values;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Xml;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml;

/// <summary>
/// A program that saves once and ends spends most of a small save on loading and compiling. What reading, planning and writing
/// need is got ready by another thread while the workbook is being opened; nothing depends on it. Of the packages' machine
/// code that is little.
/// </summary>
internal static class FirstCall
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    private const DynamicallyAccessedMemberTypes Methods = DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.NonPublicMethods
        | DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors;

    private static int s_begun;

    /// <summary>Begins, once in a process; a published native program needs nothing.</summary>
    public static void Prepare()
    {
        if (RuntimeFeature.IsDynamicCodeCompiled && Environment.ProcessorCount > 1 && Interlocked.Exchange(ref s_begun, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(static _ => Run(), null);
    }

    private static void Run()
    {
        PartXml.Prepare();
        Compile(typeof(Crc32));
        if (IsCompiledWhileRunning())
            CompileAll();
    }

    /// <summary>In the order in which a save comes to them; what it begins with is left to it.</summary>
    private static void CompileAll()
    {
        Compile(typeof(RecordReader));
        RuntimeHelpers.RunClassConstructor(typeof(LedgerFields).TypeHandle);
        Compile(typeof(WorkbookLayout));
        Compile(typeof(SheetTop));
        Compile(typeof(HeaderCells));
        Compile(typeof(DefaultNames));
        Compile(typeof(SheetRows));
        Compile(typeof(CellScanner));
        Compile(typeof(SharedStrings));
        Compile(typeof(PersonReader));
        Compile(typeof(SheetSurvey));
        Compile(typeof(RowCells));
        Compile(typeof(ShownNumber));
        Compile(typeof(NumberBook));
        Compile(typeof(NumberSet));
        Compile(typeof(LedgerRowReader));
        Compile(typeof(TableDraft));
        Compile(typeof(NewRowPlace));
        Compile(typeof(SheetTail));
        Compile(typeof(ChangeSetApplier));
        Compile(typeof(DraftRow));
        Compile(typeof(StoredRow));
        Compile(typeof(CellCodec));
        Compile(typeof(AppliedLog));
        Compile(typeof(RowEdit));
        Compile(typeof(SheetEdit));
        Compile(typeof(RowTemplate));
        Compile(typeof(TemporaryFile));
        Compile(typeof(ZipWriter));
        Compile(typeof(BlockDeflater));
        Compile(typeof(SpareProcessors));
        Compile(typeof(DeflateBlock));
        Compile(typeof(DeflateMemory));
        Compile(typeof(SheetRewriter));
        Compile(typeof(SheetGrowth));
        Compile(typeof(XmlPatch));
        Compile(typeof(RowWriter));
        Compile(typeof(Utf8Buffer));
        Compile(typeof(XmlText));
        Compile(typeof(TableGrowth));
        Compile(typeof(WorkbookSaver));
    }

    /// <summary>Whether calling a method that was never called compiles it.</summary>
    private static bool IsCompiledWhileRunning()
    {
        long compiled = JitInfo.GetCompiledMethodCount(currentThread: true);
        Nothing();
        return JitInfo.GetCompiledMethodCount(currentThread: true) > compiled;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Nothing()
    {
    }

    private static void Compile([DynamicallyAccessedMembers(Methods)] Type type)
    {
        foreach (MethodBase method in type.GetMethods(Own).Concat<MethodBase>(type.GetConstructors(Own)))
        {
            if (!method.IsAbstract && !method.ContainsGenericParameters)
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
        }
    }
}
