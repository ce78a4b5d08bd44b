namespace CellsContact.OpenXml.Files;

/// <summary>The file operations of reading and saving a workbook: the seam where tests put a full disk.</summary>
internal interface IWorkbookFiles
{
    /// <summary>The real file behind links, so that two names of one workbook share one lock.</summary>
    string Resolve(string path);

    /// <summary>Opens the workbook without keeping others from reading it.</summary>
    Stream OpenRead(string path);

    /// <summary>The file's length and time of last change; <c>null</c> if it is not there.</summary>
    FileStamp? Stamp(string path);

    /// <summary>Takes the lock file for as long as the handle lives; throws <see cref="IOException"/> while another has it.</summary>
    IDisposable Lock(string path);

    /// <summary>Creates the temporary file beside the workbook.</summary>
    Stream CreateTemporary(string path);

    /// <summary>Forces what was written onto the disk.</summary>
    void Flush(Stream temporary);

    /// <summary>Puts the temporary file in the workbook's place in one step, keeping the workbook's permissions.</summary>
    void Swap(string temporary, string workbook);

    /// <summary>Moves a new file into place; throws <see cref="IOException"/> if something is there.</summary>
    void Place(string temporary, string workbook);

    void Delete(string path);

    /// <summary>Files in the workbook's folder with a name that starts and ends so.</summary>
    IReadOnlyList<string> Find(string folder, string start, string end);
}
