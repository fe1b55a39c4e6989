using Spectre.Console;
using Spectre.Console.Rendering;

namespace Predictors.Reporting;

/// <summary>The rate and the time left of a progress bar, by what was done since its beginning; the time since then where these are not known.</summary>
/// <param name="pace">What is known of the work.</param>
internal sealed class PaceColumn(Pace pace) : ProgressColumn
{
    // Before that the figures jump.
    private static readonly TimeSpan s_settled = TimeSpan.FromSeconds(1);

    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(Of(pace, task.Value, task.ElapsedTime ?? TimeSpan.Zero));

    /// <summary>The text of the column.</summary>
    /// <param name="pace">What is known of the work.</param>
    /// <param name="done">The share that is done, from 0 to 1.</param>
    /// <param name="elapsed">The time since the beginning.</param>
    internal static string Of(Pace pace, double done, TimeSpan elapsed)
    {
        if (elapsed < s_settled || done <= 0 || (pace.Bytes is null && !pace.IsSteady))
        {
            return Seconds(elapsed.TotalSeconds);
        }

        string? rate = pace.Bytes is { } bytes ? $"{NumberText.Fixed(done * bytes / elapsed.TotalSeconds / 1e6, 1)} MB/s" : null;
        string? left = pace.IsSteady ? $"{Seconds(elapsed.TotalSeconds * (1 - done) / done)} left" : null;
        return string.Join(", ", ((string?[])[rate, left]).OfType<string>());
    }

    private static string Seconds(double seconds) => seconds < 60
        ? FormattableString.Invariant($"{Math.Ceiling(seconds):0} s")
        : FormattableString.Invariant($"{Math.Floor(seconds / 60):0} min {Math.Floor(seconds % 60):0} s");
}
