using Predictors.Abstractions;

namespace EndlessLoops;

public readonly struct Loops : IIdlePredictor
{
    public long PredictPollNs(in IdleEntry entry) => Forever();

    private static long Forever()
    {
        while (true)
        {
        }
    }

    public void Observe(in IdleExit exit)
    {
    }
}
