using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>One contender on the beginning of one trace, watched period by period. What it faults on, its other run reports.</summary>
internal sealed class DetailRun
{
    private Replay? _replay;

    public DetailRun(PredictorChoice choice, ReplaySettings settings, PeriodDetails details)
    {
        Details = details;
        Try(() => _replay = Replay.Create(choice.Bind(), settings, details));
    }

    public PeriodDetails Details { get; }

    public void Feed(List<SegmentChunk> batch) => Try(() =>
    {
        foreach (SegmentChunk chunk in batch.TakeWhile(_ => !Details.IsFull))
        {
            _replay?.Feed(chunk);
        }
    });

    private void Try(Action call)
    {
        try
        {
            call();
        }
        catch (PredictorFaultException)
        {
            _replay = null;
        }
    }
}
