namespace Predictors.Hosting;

/// <summary>A setting is chosen by some halves of the traces and judged on others.</summary>
/// <param name="Fitted">The halves by which it is chosen, by index: twice the trace's, plus one for its later half.</param>
/// <param name="Judged">The halves on which it is judged.</param>
internal sealed record TuningFold(IReadOnlyList<int> Fitted, IReadOnlyList<int> Judged)
{
    private const int MaxGroups = 4;

    /// <summary>Each half of the traces is judged by what the other half of the same traces leads to.</summary>
    public static IReadOnlyList<TuningFold> OverTime(int traces) =>
    [
        .. Halves.Select(half => new TuningFold(Of(traces, 1 - half, _ => true), Of(traces, half, _ => true))),
    ];

    /// <summary>Each half of a group of traces is judged by what the other half of the traces outside the group leads to.</summary>
    public static IReadOnlyList<TuningFold> OverTracesAndTime(int traces)
    {
        int groups = Math.Min(traces, MaxGroups);
        return
        [
            .. from @group in Enumerable.Range(0, groups)
               from half in Halves
               select new TuningFold(Of(traces, 1 - half, t => t % groups != @group), Of(traces, half, t => t % groups == @group)),
        ];
    }

    /// <summary>All earlier or all later halves.</summary>
    public static IReadOnlyList<int> Half(int traces, int half) => Of(traces, half, _ => true);

    private static int[] Halves => [0, 1];

    private static int[] Of(int traces, int half, Func<int, bool> takes) =>
        [.. Enumerable.Range(0, traces).Where(takes).Select(t => (2 * t) + half)];
}
