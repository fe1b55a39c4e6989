using Predictors.Ranking;

namespace Predictors.Hosting;

/// <summary>
/// One search for the best setting, by some halves of the traces: a coarse grid first, all of it where it is small, otherwise one parameter after
/// the other; then the gaps around the best setting are halved until they are as fine as it matters.
/// </summary>
/// <param name="space">The settings.</param>
/// <param name="choice">How the best is chosen.</param>
/// <param name="tried">What every setting did that has been tried by now, by SPEC: the searches of one tuning share it.</param>
internal sealed class SettingSearch(TuningSpace space, SettingChoice choice, IReadOnlyDictionary<string, TunedSetting> tried)
{
    private const int LargestGrid = 256;
    private const int MaxRefinements = 12;
    private const int MaxSweeps = 4;

    // Only what this search has asked for: the others look at other halves.
    private readonly Dictionary<string, string[]> _asked = [];
    private string? _sweptAround;
    private int _sweeps;
    private int _refinements;
    private bool _isRefining;

    /// <summary>What to try next; empty at the end. The last ones must have been tried.</summary>
    public IReadOnlyList<string[]> Next()
    {
        if (_asked.Count == 0)
        {
            _asked.Add(space.Default.Text, space.Start());
            return Ask(space.Axes.Aggregate(1L, (product, axis) => Math.Min(product * axis.Grid.Count, LargestGrid + 1L)) <= LargestGrid
                ? Grid()
                : Sweep(space.Start()));
        }

        string best = Best().Setting.Spec;
        string[] values = _asked[best];
        if (!_isRefining && best != _sweptAround && _sweeps < MaxSweeps)
        {
            _sweptAround = best;
            _sweeps++;
            if (Ask(Sweep(values)) is { Count: > 0 } sweep)
            {
                return sweep;
            }
        }

        _isRefining = true;
        if (_refinements++ < MaxRefinements && Ask(Refinement(values)) is { Count: > 0 } refinement)
        {
            return refinement;
        }

        if (best == _sweptAround || _sweeps == MaxSweeps)
        {
            return [];
        }

        // As fine as it matters: a look along each parameter shows the neighbours, and whether there is better elsewhere.
        _isRefining = false;
        _refinements = 0;
        return Next();
    }

    /// <summary>The best setting that this search has asked for, and whether it keeps to the bounds.</summary>
    public (TunedSetting Setting, bool Keeps) Best() => choice.Best(_asked.Keys.Where(tried.ContainsKey).Select(spec => tried[spec]));

    /// <summary>The values of a setting that this search has asked for.</summary>
    public string[] ValuesOf(string spec) => _asked[spec];

    private List<string[]> Ask(IEnumerable<string[]> settings)
    {
        var fresh = new List<string[]>();
        foreach (string[] values in settings)
        {
            if (_asked.TryAdd(space.Choice(values).Text, values))
            {
                fresh.Add(values);
            }
        }

        return fresh;
    }

    private IEnumerable<string[]> Grid() => space.Axes.Aggregate(
        (IEnumerable<string[]>)[[]], (settings, axis) => settings.SelectMany(s => axis.Grid.Select(v => (string[])[.. s, v])).ToList());

    private IEnumerable<string[]> Sweep(string[] around) =>
        space.Axes.SelectMany((axis, i) => axis.Grid.Select(value => With(around, i, value)));

    private IEnumerable<string[]> Refinement(string[] around)
    {
        for (int i = 0; i < space.Axes.Count; i++)
        {
            ParameterAxis axis = space.Axes[i];
            if (!axis.IsContinuous)
            {
                continue;
            }

            double at = axis.Place(around[i]);
            string[] known = [.. Along(around, i).OrderBy(axis.Place)];
            string? low = known.LastOrDefault(v => axis.Place(v) < at);
            string? high = known.FirstOrDefault(v => axis.Place(v) > at);
            if (low is not null && axis.Between(low, around[i]) is { } below)
            {
                yield return With(around, i, below);
            }

            if (high is not null && axis.Between(around[i], high) is { } above)
            {
                yield return With(around, i, above);
            }
        }
    }

    /// <summary>The values of one parameter that were asked for with the others as they are here.</summary>
    private IEnumerable<string> Along(string[] around, int axis) => _asked.Values
        .Where(values => values.Index().All(v => v.Index == axis || v.Item == around[v.Index]))
        .Select(values => values[axis])
        .Concat(space.Axes[axis].Grid)
        .Distinct();

    private static string[] With(string[] values, int axis, string value)
    {
        string[] changed = [.. values];
        changed[axis] = value;
        return changed;
    }
}
