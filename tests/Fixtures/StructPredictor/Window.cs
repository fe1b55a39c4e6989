using Predictors.Abstractions;

namespace StructPredictor;

public readonly struct Window(long windowNs) : IIdlePredictor
{
    public long PredictPollNs(in IdleEntry entry) => windowNs;

    public void Observe(in IdleExit exit)
    {
    }
}
