using Predictors.IdlePath;
using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>The figures of one predictor on one trace, as far as they are known.</summary>
internal sealed record ResultFigures(string Trace, Contender Contender)
{
    public double? CostRatio { get; init; }

    public double? WastePercent { get; init; }

    public double? MeanNs { get; init; }

    public double? P50Ns { get; init; }

    public double? P99Ns { get; init; }

    public double? P999Ns { get; init; }

    public double? MaxNs { get; init; }

    public double? CaughtPercent { get; init; }

    public double? ExitsPer100 { get; init; }

    public double? IpisPer100 { get; init; }

    public static ResultFigures Of(Score score)
    {
        LatencyHistogram latency = score.Result.Latency;
        return new ResultFigures(score.Trace.Name, score.Contender)
        {
            CostRatio = score.CostRatio,
            WastePercent = score.WastePercent,
            MeanNs = latency.MeanNs,
            P50Ns = latency.PercentileNs(0.5),
            P99Ns = latency.PercentileNs(0.99),
            P999Ns = latency.PercentileNs(0.999),
            MaxNs = latency.MaxNs,
            CaughtPercent = score.CaughtPercent,
            ExitsPer100 = Per100(score.Result.Exits.Total, score.Result.IdlePeriods),
            IpisPer100 = Per100(score.Result.IpisSent, score.Result.IdlePeriods),
        };
    }

    public static ResultFigures Of(RankResultRow row) => new(row.Trace, row.Contender)
    {
        CostRatio = row.ClairvoyantCostNs > 0 ? row.CostNs / row.ClairvoyantCostNs : null,
        WastePercent = row.WastePercent,
        MeanNs = row.Latency?.MeanNs,
        P50Ns = row.Latency?.P50Ns,
        P99Ns = row.Latency?.P99Ns,
        P999Ns = row.Latency?.P999Ns,
        MaxNs = row.Latency?.MaxNs,
        CaughtPercent = row.Caught is { } caught ? Per100(caught, row.IdlePeriods ?? 0) : null,
        ExitsPer100 = row.Exits?.Total is { } exits ? Per100(exits, row.IdlePeriods ?? 0) : null,
        IpisPer100 = row.IpisSent is { } ipis ? Per100(ipis, row.IdlePeriods ?? 0) : null,
    };

    private static double? Per100(long part, long whole) => whole > 0 ? (double)part / whole * 100 : null;
}
