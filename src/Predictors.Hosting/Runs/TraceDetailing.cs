using Predictors.IdlePath;
using Predictors.Ranking;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>Gathers what pictures need of a trace, in parts that may be done at once.</summary>
internal sealed class TraceDetailing(ReplaySettings settings)
{
    private readonly ClairvoyantFront _front = new(settings);
    private readonly IdleLengths _lengths = new(settings.ScoreFromNs);

    public static int Parts => ClairvoyantFront.Parts + 1;

    public void Feed(int part, List<SegmentChunk> batch)
    {
        foreach (SegmentChunk chunk in batch)
        {
            if (part < ClairvoyantFront.Parts)
            {
                _front.Feed(part, chunk);
            }
            else
            {
                _lengths.Feed(chunk);
            }
        }
    }

    public TraceDetails Complete(TraceInspection found) => new(_lengths, _front.Complete(found));
}
