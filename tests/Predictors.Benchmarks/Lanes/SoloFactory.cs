using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Benchmarks;

/// <summary>Makes a predictor without parameters.</summary>
internal sealed class SoloFactory<TPredictor>(string name) : IPredictorFactory<TPredictor>
    where TPredictor : struct, IIdlePredictor
{
    public PredictorDescription Description { get; } = new(name, "A predictor of the benchmark.") { SwitchesHostPollingOff = true };

    public TPredictor Create(ParameterValues values, int vcpu) => default;

    public BoundPredictor Bind() => new(this, ParameterValues.Parse(Description));
}
