namespace OfficeDesk.Data;

/// <summary>Keeps two writers of a file apart: whoever holds the lock file is the only one.</summary>
internal static class OnlyWriter
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Takes the lock, or says that the command is running elsewhere.</summary>
    /// <exception cref="OfficeDeskException">Somebody else holds it.</exception>
    public static FileStream Take(string lockFile, string command)
    {
        try
        {
            return Open(lockFile);
        }
        catch (IOException) when (File.Exists(lockFile))
        {
            throw new OfficeDeskException(
                ExitCode.NotUsable,
                $"別の {command} が実行中です。終わってから、もう一度実行してください。",
                $"Another {command} is running. Run it again once it has ended.");
        }
    }

    /// <summary>Takes the lock as soon as whoever holds it lets go.</summary>
    /// <exception cref="IOException">They did not, for a long time.</exception>
    public static async Task<FileStream> WaitAsync(string lockFile, CancellationToken token)
    {
        for (TimeSpan waited = TimeSpan.Zero; ; waited += s_pause)
        {
            try
            {
                return Open(lockFile);
            }
            catch (IOException) when (File.Exists(lockFile) && waited < s_patience)
            {
                await Task.Delay(s_pause, token);
            }
        }
    }

    private static FileStream Open(string lockFile) => new(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
