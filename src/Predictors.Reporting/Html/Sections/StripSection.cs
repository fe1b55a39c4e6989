using System.Text.Json;
using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Reporting;

/// <summary>A stretch of one vCPU's time, a lane for each predictor: where one sees it decide.</summary>
/// <param name="Id">See <see cref="HtmlSection.Id"/>.</param>
/// <param name="Title">See <see cref="HtmlSection.Title"/>.</param>
/// <param name="Lanes">The lanes: the same idle periods in each, in time order.</param>
public sealed record StripSection(string Id, string Title, IReadOnlyList<StripLane> Lanes) : HtmlSection(Id, Title)
{
    /// <inheritdoc/>
    internal override string Kind => "strip";

    /// <inheritdoc/>
    internal override void WriteMembers(Utf8JsonWriter json)
    {
        // What the trace tells is the same in all lanes.
        IReadOnlyList<ReplayedPeriod> recorded = Lanes.Count == 0 ? [] : Lanes[0].Periods;
        json.WriteStrings("causes", Enum.GetValues<WakeCause>().Select(cause => KebabText.Of(cause)));
        WriteColumn(json, "entry", recorded, p => p.Entry.NowNs - recorded[0].Entry.NowNs);
        WriteColumn(json, "busy", recorded, p => p.Entry.BusyNs);
        WriteColumn(json, "arrival", recorded, p => p.ArrivalNs);
        WriteColumn(json, "cause", recorded, p => (long)p.Exit.Cause);
        json.WriteStartArray("lanes");
        foreach (StripLane lane in Lanes)
        {
            json.WriteStartObject();
            json.WriteNumber("contender", lane.Contender);
            WriteColumn(json, "window", lane.Periods, p => p.WindowNs);
            WriteColumn(json, "polled", lane.Periods, p => p.Exit.PolledNs);
            WriteColumn(json, "caught", lane.Periods, p => p.Exit.Caught ? 1 : 0);
            WriteColumn(json, "hostCaught", lane.Periods, p => p.Accounts.HostPollCaughtNs);
            WriteColumn(json, "hostFailed", lane.Periods, p => p.Accounts.HostPollFailedNs);
            WriteColumn(json, "blocked", lane.Periods, p => p.Accounts.BlockedNs);
            WriteColumn(json, "latency", lane.Periods, p => p.Cost.LatencyNs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteColumn(Utf8JsonWriter json, string name, IReadOnlyList<ReplayedPeriod> periods, Func<ReplayedPeriod, long> value)
    {
        json.WriteStartArray(name);
        foreach (ReplayedPeriod period in periods)
        {
            json.WriteNumberValue(value(period));
        }

        json.WriteEndArray();
    }
}
