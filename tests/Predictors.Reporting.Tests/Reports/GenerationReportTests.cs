using Predictors.Traces;

namespace Predictors.Reporting.Tests;

public class GenerationReportTests
{
    [Test]
    public void Write_GeneratedTrace_IsAsExpected()
    {
        var inspection = new TraceInspection { LastNs = 2_000_000_000 };
        inspection.Of(0).IdleNs = 1_500_000_000;
        inspection.Of(1).IdleNs = 500_000_000;
        Expectation.Holds("generate", new GenerationReport(
            "[x].wake",
            new GenerationPlan { Workloads = [WorkloadChoice.Of(Workloads.All[0])], LengthNs = 2_000_000_000, Seed = 7 },
            new ConversionResult(12_345, 67_890),
            inspection,
            [
                new WorkloadStatistics("made-up:idle=5us",
                [
                    new("idle, mean", StatisticUnit.Ns, 12_345, 5_000, 5_100.5, 50),
                    new("idle, up to 10us", StatisticUnit.Share, 12_345, 0.5, 0.49, null),
                    new("idle, correlation with the next", StatisticUnit.Correlation, 1, 0.25, double.NaN, null),
                ]),
            ]));
    }

    [Test]
    public void WriteTables_Workloads_NameEveryParameter()
    {
        string tables = Expectation.Tables(new WorkloadsReport(Workloads.All));

        Assert.That(
            Workloads.All.SelectMany(w => w.Description.Parameters.Select(p => p.Name).Append(w.Description.Name)).Where(n => !tables.Contains(n)),
            Is.Empty);
    }
}
