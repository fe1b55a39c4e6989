namespace Predictors.Traces.Generators;

/// <summary>The lengths of a fan-out.</summary>
internal sealed class FanOutSeries
{
    public FanOutSeries(FanOutSettings settings)
    {
        Moments service = settings.Service.Moments;
        Moments longest = settings.Service.LongestOf(settings.Leaves);
        const double AfterSend = ExchangeTiming.AfterSendNs;
        Moments response = longest + (settings.DispatchNs + settings.ReplyNs + AfterSend + (3 * settings.ExitLatencyNs));
        Request = new Series("vCPU 0 idle for a request", settings.Think.Moments) { ShareWithin = settings.Think.ShareWithin };
        Replies = new Series("vCPU 0 idle for the parts", longest + settings.ExitLatencyNs);
        Response = new Series("request to reply", response);
        Service = new Series("service", service);
        LeafIdle = new Series("others idle", new Moments(
            settings.Think.Moments.MeanNs + response.MeanNs - settings.ExitLatencyNs - (2 * AfterSend) - service.MeanNs, null))
        {
            // All wait for the same client: they are hardly more than one sample.
            VarianceInflation = settings.Leaves,
        };
    }

    public Series Request { get; }

    public Series Replies { get; }

    public Series Response { get; }

    public Series Service { get; }

    public Series LeafIdle { get; }

    public IEnumerable<GeneratedStatistic> ToStatistics() =>
        new[] { Request, Replies, LeafIdle, Service, Response }.SelectMany(s => s.ToStatistics());
}
