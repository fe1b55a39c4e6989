using Spectre.Console;

namespace Predictors.Reporting;

/// <summary>A progress bar where somebody watches, nothing elsewhere.</summary>
public static class ReportProgress
{
    /// <summary>Does work behind a progress bar.</summary>
    /// <typeparam name="T">What the work returns.</typeparam>
    /// <param name="console">The console of the error stream; without a terminal nothing is written to it.</param>
    /// <param name="activity">What is being done, in a few words.</param>
    /// <param name="work">The work: it reports its share done, from 0 to 1, from any thread.</param>
    /// <returns>What the work returns.</returns>
    public static T Show<T>(IAnsiConsole console, string activity, Func<IProgress<double>, T> work)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(work);
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Capabilities.Ansi)
        {
            return work(new Sink(null));
        }

        return console.Progress().AutoClear(true).Start(context =>
            work(new Sink(context.AddTask(Markup.Escape(PlainText.Of(activity)), maxValue: 1))));
    }

    // Progress<T> posts to the thread pool, where a late report could come after the bar is gone.
    private sealed class Sink(ProgressTask? task) : IProgress<double>
    {
        public void Report(double value)
        {
            if (task is not null)
            {
                task.Value = value;
            }
        }
    }
}
