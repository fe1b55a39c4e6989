using System.Runtime.InteropServices;
using Predictors.Hosting;

namespace Predictors.Cli;

/// <summary>Ends a verb that was told to stop: it is waited for, but not for ever, since nothing stops a plugin that does not come back.</summary>
internal static class Stopping
{
    // A replay stops after what it has begun to read, which takes seconds on a busy machine; whoever is killed leaves a part of a file.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(2);

    /// <summary>How long it takes at most.</summary>
    public static TimeSpan AtMost { get; } = s_patience + s_silence;

    /// <summary>Waits for a verb's work; once it was told to stop, for a while only, and not at all after a second Ctrl-C.</summary>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Tells it to stop.</param>
    /// <returns>The exit status.</returns>
    public static async Task<int> Await(Task<int> work, CancellationToken cancellation)
    {
        var told = new TaskCompletionSource();
        using CancellationTokenRegistration first = cancellation.Register(() => told.TrySetResult());
        if (await Task.WhenAny(work, told.Task) == work)
        {
            return await work;
        }

        var toldAgain = new TaskCompletionSource();
        using var second = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            toldAgain.TrySetResult();
        });
        if (await Task.WhenAny(work, toldAgain.Task, Task.Delay(s_silence, CancellationToken.None)) is { } early && early != work && early != toldAgain.Task
            && !Console.IsErrorRedirected)
        {
            await Console.Error.WriteLineAsync("predictors: stopping when what has begun is done; Ctrl-C again ends at once");
        }

        if (await Task.WhenAny(work, toldAgain.Task, Task.Delay(s_patience, CancellationToken.None)) == work)
        {
            return await work;
        }

        IReadOnlyList<string> calls = PluginCalls.Running;
        await Console.Error.WriteLineAsync(
            "predictors: stopped; nothing was written" + (calls.Count > 0 ? $"; this did not come back, as in an endless loop: {string.Join("; ", calls)}" : string.Empty));
        return ExitStatus.Stopped;
    }
}
