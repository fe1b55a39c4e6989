namespace Predictors.Ranking;

/// <summary>Chooses a setting by the halves of traces that it may look at.</summary>
/// <param name="bounds">What a setting must keep to.</param>
/// <param name="fitted">The halves by which it is chosen, by index.</param>
/// <param name="held">Sets of halves on each of which it must keep to the bounds.</param>
public sealed class SettingChoice(TuningBounds bounds, IReadOnlyList<int> fitted, IReadOnlyList<IReadOnlyList<int>> held)
{
    /// <summary>Settings whose costs differ by less, as a share, are as good as each other: that with the fewest changes is taken.</summary>
    public const double Indifference = 0.001;

    /// <summary>The halves by which a setting is chosen.</summary>
    public IReadOnlyList<int> Fitted => fitted;

    /// <summary>The best setting that keeps to the bounds; where none does, the one that is the least beyond them.</summary>
    /// <param name="settings">The settings: at least one.</param>
    /// <returns>The choice, and whether it keeps to the bounds.</returns>
    public (TunedSetting Setting, bool Keeps) Best(IEnumerable<TunedSetting> settings)
    {
        var rated = settings.Select(s => (Setting: s, Excess: ExcessOf(s), Cost: s.LogCostRatio(fitted))).ToList();
        bool keeps = rated.Exists(s => s.Excess == 0);
        double leastExcess = rated.Min(s => s.Excess);
        double leastCost = rated.Where(s => s.Excess == leastExcess).Min(s => s.Cost);
        return (
            rated.Where(s => s.Excess == leastExcess && s.Cost <= leastCost + Indifference)
                .OrderBy(s => s.Setting.Changes).ThenBy(s => s.Cost).ThenBy(s => s.Setting.Distance).ThenBy(s => s.Setting.Spec, StringComparer.Ordinal)
                .First().Setting,
            keeps);
    }

    private double ExcessOf(TunedSetting setting) => held.Max(parts => bounds.Excess(parts.Select(p => setting.Parts[p])));
}
