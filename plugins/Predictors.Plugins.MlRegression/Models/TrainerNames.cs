namespace Predictors.Plugins.MlRegression.Models;

/// <summary>The trainers, as parameter <c>trainer</c> and model files name them.</summary>
internal static class TrainerNames
{
    public const string FastTree = "fast-tree";
    public const string Linear = "linear";
    public const string LightGbm = "light-gbm";

    /// <summary>All of them; the first is the default.</summary>
    public static IReadOnlyList<string> All { get; } = [FastTree, Linear, LightGbm];
}
