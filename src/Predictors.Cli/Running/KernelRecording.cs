using Predictors.Traces;

namespace Predictors.Cli;

/// <summary>Makes a recording of the running kernel and turns it into what was asked for.</summary>
/// <param name="output">The file to write.</param>
/// <param name="options">How.</param>
internal sealed class KernelRecording(RecordingOutput output, RecordingOptions options)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Records.</summary>
    /// <param name="words">The command that runs meanwhile; none for a recording by time alone.</param>
    /// <param name="length">How long at most; null for as long as the command runs, or until a signal.</param>
    /// <param name="signals">The signals.</param>
    /// <returns>The exit status: that of the command where there is one.</returns>
    public int Run(IReadOnlyList<string> words, TimeSpan? length, StopSignals signals)
    {
        using var folder = new WorkFolder(output.Path);
        string recording = folder.File(output.RecordingName);
        RecordedCommand? command = null;
        try
        {
            using (var recorder = new KernelRecorder(options, folder.Path))
            {
                TellMissing(recorder.MissingEvents);
                recorder.Start();
                command = words.Count > 0 ? RecordedCommand.Start(words) : null;
                Wait(command, length, signals);
                using var file = new FileStream(recording, FileMode.CreateNew, FileAccess.Write);
                TellLoss(recorder.Stop(file));
            }

            output.Write(recording, signals.Second);

            if (command is null)
            {
                return ExitStatus.Done;
            }

            // Where the time was up first, the command runs on.
            Wait(command, length: null, signals);
            return command.ExitCode;
        }
        finally
        {
            command?.Dispose();
        }
    }

    private static void Wait(RecordedCommand? command, TimeSpan? length, StopSignals signals)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(signals.First);
        if (length is { } time)
        {
            end.CancelAfter(time);
        }

        if (command is not null)
        {
            command.Wait(end.Token);
        }
        else
        {
            end.Token.WaitHandle.WaitOne();
        }

        if (signals.Signal is { } signal)
        {
            command?.PassOn(signal, s_patience);
        }
    }

    private static void TellMissing(IReadOnlyList<string> events)
    {
        if (events.Count > 0)
        {
            Console.Error.WriteLine($"This kernel has no {string.Join(", ", events)}; recording without.");
        }
    }

    private static void TellLoss(RecordingResult result)
    {
        foreach (RecordedCpu cpu in result.Cpus.Where(c => c.LostEvents > 0))
        {
            Console.Error.WriteLine($"CPU {cpu.Cpu}: {cpu.LostEvents} events were lost; a larger --buffer-kb helps.");
        }

        if (result.LostEvents == 0)
        {
            Console.Error.WriteLine($"No events were lost on {result.Cpus.Count} CPUs; {result.Cpus.Sum(c => c.Bytes)} bytes of ring buffer.");
        }
    }
}
