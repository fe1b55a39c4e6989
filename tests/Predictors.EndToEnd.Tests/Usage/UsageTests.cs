namespace Predictors.EndToEnd.Tests;

/// <summary>What is not typed as it must be gives one line with the next step, and status 2.</summary>
public class UsageTests
{
    private const string Trace = BundledTraces.Packed;

    [TestCase("did you mean 'rank'?", "rnk", "traces")]
    [TestCase("did you mean '--json'?", "rank", Trace, "--jsn", "-")]
    [TestCase("did you mean '--decisions'?", "replay", Trace, "-p", "halt", "--decision", "a")]
    [TestCase("did you mean 'haltpoll'?", "rank", Trace, "-p", "haltpol")]
    [TestCase("did you mean 'grow-start'?", "rank", Trace, "-p", "haltpoll:growstart=1us")]
    [TestCase("; there are ", "rank", Trace, "-p", "quantum")]
    [TestCase("A verb is missing")]
    [TestCase("'TRACE' missing", "rank")]
    [TestCase("'--predictor' is required", "replay", Trace)]
    [TestCase("one word too many", "replay", Trace, Trace, "-p", "halt")]
    [TestCase("duration, 0ns to", "rank", Trace, "-p", "haltpoll:max=1")]
    [TestCase("duration, 0ns to", "rank", Trace, "-p", "haltpoll:max=-1us")]
    [TestCase("one of 6.12, 6.1", "rank", Trace, "-p", "haltpoll:revision=5")]
    [TestCase("given twice", "rank", Trace, "-p", "haltpoll:max=1us,max=2us")]
    [TestCase("names no predictor", "rank", Trace, "-p", "")]
    [TestCase("stands for 2 predictors", "replay", Trace, "-p", "haltpoll:max=1us|2us")]
    [TestCase("its upper bound is below", "rank", Trace, "-p", "haltpoll:max=2us..1us*2")]
    [TestCase("a factor must be above 1", "rank", Trace, "-p", "haltpoll:max=1us..2us*1")]
    [TestCase("--exchange-rate x is not accepted: a number, 0 or more", "rank", Trace, "--exchange-rate", "x")]
    [TestCase("--exchange-rate -1 is not accepted", "rank", Trace, "--exchange-rate", "-1")]
    [TestCase("--seed 1.5 is not accepted", "rank", Trace, "--seed", "1.5")]
    [TestCase("--clock-hz 0 is not accepted", "rank", Trace, "--clock-hz", "0")]
    [TestCase("--warm-up 5 is not accepted", "rank", Trace, "--warm-up", "5")]
    [TestCase("--share 0 is not accepted", "train", Trace, "-o", "none.json", "--share", "0")]
    [TestCase("is not learned", "train", Trace, "-o", "none.json", "-p", "halt")]
    [TestCase("both want standard output", "rank", Trace, "--json", "-", "--csv", "-")]
    [TestCase("must end in .wake or .csv", "convert", Trace, "-o", "none.txt")]
    [TestCase("A workload is missing; there are exponential, ", "generate", "-o", "none.wake")]
    [TestCase("-o FILE is required", "generate", "exponential")]
    [TestCase("did you mean 'exponential'?", "generate", "exponentail", "-o", "none.wake")]
    [TestCase("did you mean 'idle'?", "generate", "exponential:idel=1us", "-o", "none.wake")]
    [TestCase("duration, 1ns to 3600s", "generate", "exponential:idle=2h", "-o", "none.wake")]
    [TestCase("must be longer than least-idle=1ms", "generate", "pareto:least-idle=1ms,most-idle=1ms", "-o", "none.wake")]
    [TestCase("must end in .wake or .csv", "generate", "exponential", "-o", "none.txt")]
    [TestCase("give one of them", "generate", "exponential", "-o", "none.wake", "--seconds", "1", "--periods", "1")]
    [TestCase("--seconds 0 is not accepted: a number of seconds above 0", "generate", "exponential", "-o", "none.wake", "--seconds", "0")]
    [TestCase("--phase 5 is not accepted", "generate", "exponential", "-o", "none.wake", "--phase", "5")]
    [TestCase("take turns by time", "generate", "exponential", "periodic", "-o", "none.wake", "--periods", "5")]
    [TestCase("only tsc-deadline so far", "rank", Trace, "--timer", "exitless")]
    public void Usage_Wrong_OneLineAndStatus2(string reason, params string[] arguments) =>
        Assert.That(PredictorsCommand.Run(arguments).ExpectOneLine(2), Does.Contain(reason));
}
