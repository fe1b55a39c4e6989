using Predictors.Abstractions;

namespace Predictors.Hosting;

/// <summary>A predictor that a plugin brings.</summary>
/// <param name="File">The plugin's DLL, as it was found.</param>
/// <param name="Factory">Makes it: an <see cref="IPredictorFactory{TPredictor}"/> of <paramref name="PredictorType"/>.</param>
/// <param name="Description">What the factory said of it, asked once.</param>
/// <param name="PredictorType">The struct over which the replay loop is closed.</param>
public sealed record PluginPredictor(string File, IPredictorFactory Factory, PredictorDescription Description, Type PredictorType);
