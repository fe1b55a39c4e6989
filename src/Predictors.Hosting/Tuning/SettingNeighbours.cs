using Predictors.Ranking;

namespace Predictors.Hosting;

/// <summary>The settings around one: those that differ from it in one parameter.</summary>
internal sealed class SettingNeighbours(TuningSpace space, TuningBounds bounds, TriedSettings tried)
{
    private const int PerSide = 2;

    public IReadOnlyList<Neighbour> Of(PredictorChoice found, out IReadOnlyList<FlatRange> ranges)
    {
        var neighbours = new List<Neighbour>();
        var flat = new List<FlatRange>();
        TunedSetting best = tried.Settings[found.Text];
        foreach (ParameterAxis axis in space.Axes)
        {
            List<(string Value, TunedSetting Setting)> along = Along(axis, found);
            string own = found.Values.ToTexts().Single(t => t.Key == axis.Parameter.Name).Value;
            int at = along.FindIndex(a => a.Value == own);
            if (at < 0)
            {
                continue;
            }

            // Beside the best lie those that the refinement tried, too near to tell much: the coarse ones say how sharp it is.
            IEnumerable<(string Value, TunedSetting Setting)> coarse = along.Where(a => axis.Grid.Contains(a.Value) && a.Value != own);
            double place = axis.Place(own);
            neighbours.AddRange(
                coarse.Where(a => axis.Place(a.Value) < place).TakeLast(PerSide).Concat(coarse.Where(a => axis.Place(a.Value) > place).Take(PerSide))
                    .Select(a => NeighbourOf(axis, a.Value, a.Setting, best)));
            if (axis.IsContinuous)
            {
                flat.Add(new FlatRange(axis.Parameter.Name, own, Edge(along, at, -1, best), Edge(along, at, 1, best)));
            }
        }

        ranges = flat;
        return neighbours;
    }

    /// <summary>All that was tried on the line along a parameter, whichever search asked for it.</summary>
    private List<(string Value, TunedSetting Setting)> Along(ParameterAxis axis, PredictorChoice found)
    {
        string name = axis.Parameter.Name;
        Dictionary<string, string> own = found.Values.ToTexts().ToDictionary();
        return
        [
            .. tried.Choices
                .Select(choice => (Texts: choice.Values.ToTexts().ToDictionary(), choice.Text))
                .Where(c => c.Texts.All(t => t.Key == name || t.Value == own[t.Key]))
                .Select(c => (c.Texts[name], tried.Settings[c.Text]))
                .OrderBy(a => axis.Place(a.Item1)),
        ];
    }

    private Neighbour NeighbourOf(ParameterAxis axis, string value, TunedSetting setting, TunedSetting best) => new(
        axis.Parameter.Name,
        value,
        CostAbove(setting, best) * 100,
        setting.Parts.Where(p => p.IsRated).Select(p => p.WastePercent).DefaultIfEmpty().Average(),
        bounds.Excess(setting.Parts) == 0);

    private static string Edge(List<(string Value, TunedSetting Setting)> along, int at, int step, TunedSetting best)
    {
        while (at + step >= 0 && at + step < along.Count && CostAbove(along[at + step].Setting, best) <= FlatRange.Tolerance)
        {
            at += step;
        }

        return along[at].Value;
    }

    private static double CostAbove(TunedSetting setting, TunedSetting best)
    {
        IEnumerable<int> all = Enumerable.Range(0, setting.Parts.Count);
        return Math.Exp(setting.LogCostRatio(all) - best.LogCostRatio(all)) - 1;
    }
}
