using System.Runtime.CompilerServices;

namespace CellsContact.OpenXml;

/// <summary>How the methods are compiled that run for every row, cell or string of a workbook.</summary>
internal static class HotCode
{
    /// <summary>
    /// Compiled while the program runs, they are optimised at their first call: a save is over before the runtime would get
    /// to it. The packages' machine code is optimised anyway, and has no method that is marked so.
    /// </summary>
#if MACHINE_CODE
    public const MethodImplOptions Optimized = 0;
#else
    public const MethodImplOptions Optimized = MethodImplOptions.AggressiveOptimization;
#endif
}
