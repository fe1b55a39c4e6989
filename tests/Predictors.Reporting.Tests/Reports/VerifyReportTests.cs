using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.Traces;

namespace Predictors.Reporting.Tests;

public class VerifyReportTests
{
    private static readonly VerificationResult s_equal = new()
    {
        Decisions = 1_234,
        Equal = 1_234,
        Different = 0,
        NotCompared = 0,
        WithoutDecision = 5,
        First = [],
        Notes = ["After 5 halts the kernel decided nothing."],
    };

    [Test]
    public void Write_SomeDifferent_IsAsExpected() => Expectation.Holds("verify-different", Report(s_equal with
    {
        Equal = 1_232,
        Different = 2,
        First =
        [
            new DecisionDifference
            {
                Place = 12,
                DecisionPlace = DecisionPlace.Guest,
                Vcpu = 0,
                TimeNs = 12_345_678,
                Exit = new IdleExit { IdleNs = 250_000, PolledNs = 50_000, HaltNs = 200_000 },
                RecordedBeforeNs = 50_000,
                PredictedBeforeNs = 50_000,
                RecordedAfterNs = 100_000,
                PredictedAfterNs = 200_000,
            },
            new DecisionDifference
            {
                Place = 99,
                DecisionPlace = DecisionPlace.Host,
                Vcpu = 4_711,
                TimeNs = 22_345_678,
                Exit = new IdleExit { IdleNs = 30_000, PolledNs = 30_000, Caught = true },
                RecordedBeforeNs = IdleEntry.UnknownNs,
                PredictedBeforeNs = 50_000,
                RecordedAfterNs = 0,
                PredictedAfterNs = 50_000,
            },
        ],
    }));

    [Test]
    public void Write_AllEqual_IsAsExpected() => Expectation.Holds("verify-equal", Report(s_equal));

    [Test]
    public void WriteTables_NothingCompared_DoesNotReadAsAgreement() => Assert.That(
        Expectation.Tables(Report(s_equal with { Decisions = 0, Equal = 0, WithoutDecision = 0, NotCompared = 7 })),
        Does.StartWith("fixed-window:window=50us on guest-a.txt: nothing could be compared"));

    private static VerifyReport Report(VerificationResult result) => new(Samples.FixedWindow, "guest-a.txt", "line", result);
}
