using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Predictors.Cli;

/// <summary>The command that runs while a recording is made: its streams are ours, and signals reach it.</summary>
internal sealed class RecordedCommand : IDisposable
{
    private readonly Process _process;

    private RecordedCommand(Process process) => _process = process;

    /// <summary>Starts a command.</summary>
    /// <param name="words">Its name and arguments.</param>
    /// <exception cref="UsageException">There is no such command, or it can't be run.</exception>
    public static RecordedCommand Start(IReadOnlyList<string> words)
    {
        try
        {
            return new RecordedCommand(Process.Start(new ProcessStartInfo(words[0], words.Skip(1)) { UseShellExecute = false })!);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            throw new UsageException($"The command '{words[0]}' can't be started: {e.Message}.");
        }
    }

    /// <summary>Waits until the command ends, or something else does.</summary>
    /// <param name="stop">What else.</param>
    public void Wait(CancellationToken stop)
    {
        try
        {
            _process.WaitForExitAsync(stop).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // Whoever waits knows why.
        }
    }

    /// <summary>Hands a signal on, and waits until the command has ended by it.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="patience">How long it may take, before it is killed.</param>
    public void PassOn(PosixSignal signal, TimeSpan patience)
    {
        // On a terminal, Ctrl-C has reached the command already; a second one does no harm to a program that is ending.
        if (!_process.HasExited && !_process.WaitForExit(TimeSpan.FromMilliseconds(signal == PosixSignal.SIGINT ? 200 : 0)))
        {
            _ = Kill(_process.Id, signal switch { PosixSignal.SIGHUP => 1, PosixSignal.SIGINT => 2, _ => 15 });
            if (!_process.WaitForExit(patience))
            {
                _process.Kill(entireProcessTree: true);
                _process.WaitForExit();
            }
        }
    }

    /// <summary>Its exit status, as shells tell it: 128 and the signal's number where a signal ended it.</summary>
    public int ExitCode => _process.ExitCode;

    public void Dispose() => _process.Dispose();

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int process, int signal);
}
