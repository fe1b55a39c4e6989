using System.Runtime.InteropServices;
using System.Text;

namespace Predictors.Traces.RingBuffers;

/// <summary>The ring buffer of one CPU, read page by page into a file of its own.</summary>
internal sealed class CpuPipe : IDisposable
{
    private readonly string _path;
    private readonly string _spoolPath;
    private readonly FileStream _spool;
    private readonly byte[] _page;

    /// <summary>Opens the pipe.</summary>
    /// <param name="instance">The instance's folder.</param>
    /// <param name="cpu">The CPU.</param>
    /// <param name="pageBytes">The size of a page.</param>
    /// <param name="folder">Where the pages are kept.</param>
    public CpuPipe(string instance, int cpu, int pageBytes, string folder)
    {
        Cpu = cpu;
        _page = new byte[pageBytes];
        _path = Path.Combine(instance, "per_cpu", $"cpu{cpu}", "trace_pipe_raw");
        _spoolPath = Path.Combine(folder, $"cpu{cpu}");
        Handle = NativeMethods.Open(
            Encoding.UTF8.GetBytes(_path + '\0'), NativeMethods.ReadOnly | NativeMethods.NonBlocking | NativeMethods.CloseOnExec);
        if (Handle < 0)
        {
            throw new RecordingException($"{_path} can't be opened: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");
        }

        _spool = new FileStream(_spoolPath, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 20);
    }

    public int Cpu { get; }

    /// <summary>The file to poll.</summary>
    public int Handle { get; private set; }

    public long Bytes => _spool.Length;

    /// <summary>Reads what is there.</summary>
    /// <param name="atMost">The most pages at once, so that no CPU starves the others.</param>
    /// <returns>Whether there may be more.</returns>
    public bool Drain(int atMost)
    {
        for (int i = 0; i < atMost; i++)
        {
            nint read = NativeMethods.Read(Handle, _page, _page.Length);
            if (read > 0)
            {
                // A page that is handed out short is filled up: in the file all are of one size.
                _page.AsSpan((int)read).Clear();
                _spool.Write(_page);
                continue;
            }

            int error = read == 0 ? 0 : Marshal.GetLastPInvokeError();
            return error switch
            {
                0 or NativeMethods.TryAgain => false,
                NativeMethods.Interrupted => true,
                _ => throw new RecordingException($"{_path} can't be read: {Marshal.GetPInvokeErrorMessage(error)}."),
            };
        }

        return true;
    }

    /// <summary>Closes the pipe; the pages stay.</summary>
    public void Close()
    {
        if (Handle >= 0)
        {
            _ = NativeMethods.Close(Handle);
            Handle = -1;
        }
    }

    public void CopyTo(Stream output)
    {
        _spool.Position = 0;
        _spool.CopyTo(output);
    }

    public void Dispose()
    {
        Close();
        _spool.Dispose();
        File.Delete(_spoolPath);
    }
}
