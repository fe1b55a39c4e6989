using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>Requests that one vCPU hands to several and that are answered once all have done their part.</summary>
internal sealed class FanOutWorkload : Workload
{
    private static readonly DurationParameter s_think =
        LawParameters.Length("think", "The mean time from a reply to the next request (exponential).", 200_000);

    private static readonly DurationParameter s_dispatch =
        LawParameters.Length("dispatch", "The work of vCPU 0 before it wakes the others.", 5_000, ExchangeTiming.AfterSendNs);

    private static readonly DurationParameter s_service = LawParameters.Length("service", "The mean service time of each part.", 50_000);
    private static readonly ChoiceParameter s_distribution = LawParameters.Choice("service-distribution", "the service times");
    private static readonly NumberParameter s_shape = LawParameters.ParetoShape("service-shape", "the service time");
    private static readonly DurationParameter s_reply =
        LawParameters.Length("reply", "The work of vCPU 0 once all parts are done.", 5_000, ExchangeTiming.AfterSendNs);

    private static readonly DurationParameter s_exitLatency = LawParameters.ExitLatency();
    private static readonly IntegerParameter s_leaves = new("leaves", "How many vCPUs a request is handed to.", 3, 1, 1023);

    public FanOutWorkload()
        : base(new PredictorDescription(
            "fan-out",
            "One client's requests: a device interrupt wakes vCPU 0, it wakes all others at once, and the last that is done wakes it for the reply.",
            s_think, s_dispatch, s_service, s_distribution, s_shape, s_reply, s_exitLatency, s_leaves))
    {
    }

    internal override WorkloadModel Create(ParameterValues values) => new FanOutModel(new FanOutSettings(
        (int)values.Get(s_leaves),
        new ExponentialLaw(values.Get(s_think)),
        values.Get(s_dispatch),
        LawParameters.Make(values.Get(s_distribution), values.Get(s_service), values.Get(s_shape)),
        values.Get(s_reply),
        values.Get(s_exitLatency)));
}
