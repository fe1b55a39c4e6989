using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Predictors.Benchmarks;

/// <summary>The C loop, compiled by the machine's gcc.</summary>
internal sealed unsafe class CLane : IDisposable
{
    private readonly string _folder;
    private readonly nint _library;
    private readonly delegate* unmanaged<void*, long, Totals*, void> _branchy;

    private CLane(string folder, nint library)
    {
        _folder = folder;
        _library = library;
        _branchy = (delegate* unmanaged<void*, long, Totals*, void>)NativeLibrary.GetExport(library, "branchy");
    }

    /// <summary>Compiles it; null where there is no gcc.</summary>
    public static CLane? TryCompile()
    {
        string folder = Directory.CreateTempSubdirectory("predictors-bench-").FullName;
        string library = Path.Combine(folder, "replay.so");
        string source = Path.Combine(AppContext.BaseDirectory, "C", "replay.c");
        try
        {
            using Process gcc = Process.Start("gcc", ["-O3", "-march=native", "-shared", "-fPIC", "-o", library, source]);
            gcc.WaitForExit();
            if (gcc.ExitCode == 0)
            {
                return new CLane(folder, NativeLibrary.Load(library));
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
        }

        Directory.Delete(folder, recursive: true);
        return null;
    }

    public Totals Run((long IdleNs, long BusyNs)[] records)
    {
        Totals totals;
        fixed (void* first = records)
        {
            _branchy(first, records.Length, &totals);
        }

        return totals;
    }

    public void Dispose()
    {
        NativeLibrary.Free(_library);
        Directory.Delete(_folder, recursive: true);
    }

    public struct Totals
    {
        public long Events;
        public long Hits;
        public long Halts;
        public long PollNs;
        public long LatencyNs;
        public long BusyNs;
        public long IdleNs;
    }
}
