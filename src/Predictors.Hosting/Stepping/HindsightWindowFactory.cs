using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Hosting;

/// <summary>Makes a window that decisions are held against, under the same host: where the guest switches the host's polling off, it is off here, too.</summary>
/// <param name="windowNs">The poll window, in ns.</param>
/// <param name="beside">The predictor whose decisions are held against it.</param>
internal sealed class HindsightWindowFactory(long windowNs, PredictorDescription beside) : IPredictorFactory<HindsightWindow>
{
    public PredictorDescription Description { get; } = new("hindsight-window", "Always the same window.")
    {
        SwitchesHostPollingOff = beside.SwitchesHostPollingOff,
    };

    public HindsightWindow Create(ParameterValues values, int vcpu) => new(windowNs);

    public BoundPredictor Bind() => new(this, ParameterValues.Parse(Description, []));
}
