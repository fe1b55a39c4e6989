namespace Predictors.Abstractions.Tests;

internal sealed class ClassPredictorTests
{
    [Test]
    public void Calls_ToTheAdapter_ReachTheClass()
    {
        var last = new LastIdle();
        IIdlePredictor adapter = new ClassPredictor(last);
        var exit = new IdleExit { IdleNs = 42 };
        adapter.Observe(in exit);
        var entry = new IdleEntry { Vcpu = 3 };
        Assert.That(adapter.PredictPollNs(in entry), Is.EqualTo(45));
    }

    private sealed class LastIdle : IIdlePredictor
    {
        private long _lastNs;

        public long PredictPollNs(in IdleEntry entry) => _lastNs + entry.Vcpu;

        public void Observe(in IdleExit exit) => _lastNs = exit.IdleNs;
    }
}
