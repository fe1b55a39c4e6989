using Predictors.Traces;

namespace Predictors.Cli;

/// <summary>The file that a recording becomes: a trace, or the recording itself.</summary>
/// <param name="Path">The file.</param>
/// <param name="Trace">The trace to write; null for the recording itself.</param>
internal sealed record RecordingOutput(string Path, TraceOutput? Trace)
{
    private const string Ending = ".dat";

    /// <summary>What the recording is called, which a trace that is made of it remembers.</summary>
    public string RecordingName => System.IO.Path.ChangeExtension(System.IO.Path.GetFileName(Path), Ending);

    /// <summary>Takes <c>FILE.dat</c> for the recording itself.</summary>
    public static bool IsRecording(string path) => System.IO.Path.GetExtension(path) == Ending;

    /// <summary>Writes the file. Where a recording can't be turned into a trace it is kept, and the message says where.</summary>
    public void Write(string recording, CancellationToken cancellation)
    {
        if (Trace is null)
        {
            File.Move(recording, Path, overwrite: true);
            Console.Error.WriteLine($"{Path}: {new FileInfo(Path).Length} bytes, a trace-cmd file");
            return;
        }

        try
        {
            using ITraceReader trace = TraceFile.Open(recording, new TraceFileOptions());
            Trace.WriteAndTell(trace, TraceOptions.PaceOf([recording]), cancellation);
            TellIdleness(trace.Inspection);
        }
        catch (Exception e) when (e is TraceFormatException or IOException or OperationCanceledException)
        {
            string kept = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!, RecordingName);
            File.Move(recording, kept, overwrite: true);
            Console.Error.WriteLine($"The recording was kept as {kept}.");
            throw;
        }
    }

    private static void TellIdleness(TraceInspection inspection)
    {
        if (inspection.Vcpus.Values.All(v => v.Segments == 0))
        {
            Console.Error.WriteLine("No CPU was idle meanwhile: the trace has no idle segment.");
            return;
        }

        int[] derived = [.. inspection.Vcpus.Values.Where(v => v.Segments > 0 && v.IdleSource == "sched_switch").Select(v => v.Vcpu)];
        if (derived.Length > 0)
        {
            Console.Error.WriteLine($"CPU {string.Join(", ", derived)} wrote no cpu_idle: its idle periods come from sched_switch, and are coarser.");
        }
    }
}
