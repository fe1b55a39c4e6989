namespace Predictors.Hosting;

/// <summary>A fold and the search by its fitted halves.</summary>
internal sealed record FoldSearch(TuningFold Fold, SettingSearch Search);
