using Predictors.Abstractions;

namespace AuthorMistakes;

public readonly struct Talks : IIdlePredictor
{
    public long PredictPollNs(in IdleEntry entry)
    {
        Console.WriteLine("a predictor's own words");
        return PollWindow.None;
    }

    public void Observe(in IdleExit exit)
    {
    }
}
