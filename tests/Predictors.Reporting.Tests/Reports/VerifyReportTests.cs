namespace Predictors.Reporting.Tests;

public class VerifyReportTests
{
    [Test]
    public void Write_SomeDifferent_IsAsExpected() => Expectation.Holds("verify-different", new VerifyReport
    {
        Trace = "guest-a.txt",
        Contender = Samples.FixedWindow,
        Decisions = 1_234,
        Equal = 1_232,
        First = [new(0, 12_345_678, "line 12", 200_000, 100_000), new(1, 22_345_678, "line 99", 0, 50_000)],
        Notes = ["max=200us from the file's first line."],
    });

    [Test]
    public void Write_AllEqual_IsAsExpected() => Expectation.Holds("verify-equal", new VerifyReport
    {
        Trace = "guest-a.txt",
        Contender = Samples.Halt,
        Decisions = 7,
        Equal = 7,
        First = [],
    });
}
