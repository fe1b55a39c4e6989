using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>Gathers what pictures need of a trace, in parts that may be done at once.</summary>
internal sealed class TraceDetailing
{
    private readonly ClairvoyantFront _front;
    private readonly IdleLengths _lengths;
    private readonly DetailRun[] _runs;

    public TraceDetailing(RunPlan plan, ReplaySettings settings)
    {
        _front = new ClairvoyantFront(settings);
        _lengths = new IdleLengths(settings.ScoreFromNs);
        _runs = [.. plan.Contenders.Select(c => new DetailRun(c, settings, new PeriodDetails(plan.ExchangeRate, plan.DetailPeriods, RunPlan.Stretch)))];
    }

    public int Parts => _runs.Length + ClairvoyantFront.Parts + 1;

    public void Feed(int part, List<SegmentChunk> batch)
    {
        if (part < _runs.Length)
        {
            _runs[part].Feed(batch);
        }
        else if (part - _runs.Length < ClairvoyantFront.Parts)
        {
            batch.ForEach(chunk => _front.Feed(part - _runs.Length, chunk));
        }
        else
        {
            batch.ForEach(_lengths.Feed);
        }
    }

    public TraceDetails Complete(TraceInspection found) => new(_lengths, _front.Complete(found)) { Periods = [.. _runs.Select(r => r.Details)] };
}
