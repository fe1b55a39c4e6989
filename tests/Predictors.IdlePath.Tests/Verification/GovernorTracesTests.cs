namespace Predictors.IdlePath.Tests;

public class GovernorTracesTests
{
    [TestCase("guest-*-haltpoll.txt.zst", 7)]
    [TestCase("kvm-*.txt.zst", 7)]
    public void Verify_EveryRecordedDecision_IsEqual(string pattern, int atLeastFiles)
    {
        string[] files = SharedRecordings.Find("governor-traces", pattern);
        Assert.That(files, Has.Length.AtLeast(atLeastFiles));
        Assert.Multiple(() =>
        {
            foreach (string file in files)
            {
                VerificationResult result = VerifiedFile.Verify(file, VerifiedFile.RuleOf(file));
                TestContext.Out.WriteLine(
                    $"{Path.GetFileName(file)}: {result.Decisions} decisions, {result.Equal} equal, {result.Different} different, {result.NotCompared} not compared, {result.WithoutDecision} without decision");
                Assert.That(result.Agrees, Is.True, $"{file}{Environment.NewLine}{VerifiedFile.Describe(result)}");
                Assert.That(result.NotCompared, Is.Zero, file);
            }
        });
    }
}
