using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>The parameters of workloads whose vCPUs are busy and idle in turn, independent of each other.</summary>
internal sealed class RenewalParameters
{
    private const string Device = "device-interrupt";
    private const string Timer = "timer";

    private readonly IntegerParameter _vcpus = LawParameters.Vcpus();
    private readonly DurationParameter _busy = LawParameters.Length("busy", "The mean busy period.", 20_000);
    private readonly ChoiceParameter _distribution = LawParameters.Choice("busy-distribution", "the busy periods");
    private readonly NumberParameter _shape = LawParameters.ParetoShape("busy-shape", "the busy period");
    private readonly DurationParameter _exitLatency = LawParameters.ExitLatency();
    private readonly ChoiceParameter _cause = new(
        "cause", "What ends the idle periods; the time to the next timer is known where it is a timer.", Device, Timer);

    public IReadOnlyList<Parameter> All => [_busy, _distribution, _shape, _cause, _exitLatency, _vcpus];

    public RenewalSettings Read(ParameterValues values) => new(
        (int)values.Get(_vcpus),
        LawParameters.Make(values.Get(_distribution), values.Get(_busy), values.Get(_shape)),
        values.Get(_exitLatency),
        values.Get(_cause) == Timer ? WakeCause.Timer : WakeCause.DeviceInterrupt);
}
