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
    /// <param name="pace">What is known of it, or null for nothing.</param>
    /// <returns>What the work returns.</returns>
    public static T Show<T>(IAnsiConsole console, string activity, Func<IProgress<double>, T> work, Pace? pace = null)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(work);
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Capabilities.Ansi)
        {
            return work(new Sink(null));
        }

        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new PaceColumn(pace ?? new Pace(IsSteady: false)))
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(PlainText.Of(activity)), maxValue: 1);
                task.IsIndeterminate = true;
                return work(new Sink(task));
            });
    }

    // Progress<T> posts to the thread pool, where a late report could come after the bar is gone.
    private sealed class Sink(ProgressTask? task) : IProgress<double>
    {
        public void Report(double value)
        {
            if (task is not null)
            {
                task.IsIndeterminate = false;
                task.Value = value;
            }
        }
    }
}
