using Predictors.Abstractions;
using Predictors.Traces.Tests;

namespace Predictors.IdlePath.Tests;

public class VerifiedPluginsTests
{
    [Test]
    public void ClassPredictor_AsksOncePerStep()
    {
        var counting = new Counting();
        VerificationResult result = Run(new Factory(() => counting));

        Assert.That((counting.Asked, counting.Told), Is.EqualTo((4, 3)), "one question for each of three halts, and the last one's outcome");
        Assert.That(result.Equal, Is.EqualTo(3));
    }

    [TestCase(-1)]
    [TestCase(PollWindow.MaxNs + 1)]
    public void Window_OutOfRange_NamesPredictorPlaceAndBound(long windowNs) =>
        Assert.That(
            () => Run(new Factory(() => new Counting { WindowNs = windowNs })),
            Throws.TypeOf<PredictorFaultException>().With.Message.EqualTo(
                $"counting returned a window of {windowNs} ns at line 1: a window is 0 to 86400000000000 ns."));

    [Test]
    public void Observe_Throws_NamesPredictorPlaceAndError() =>
        Assert.That(
            () => Run(new Factory(() => new Counting { FailsAt = 2 })),
            Throws.TypeOf<PredictorFaultException>().With.Message.EqualTo(
                "counting threw DivideByZeroException in Observe at line 2: Attempted to divide by zero."));

    [Test]
    public void Create_Throws_NamesPredictorAndError() =>
        Assert.That(
            () => Run(new Factory(() => throw new InvalidDataException("no model"))),
            Throws.TypeOf<PredictorFaultException>().With.Message.EqualTo("counting could not be made: InvalidDataException: no model"));

    private static VerificationResult Run(IPredictorFactory factory) => Verification.Run(
        new EventList().Reflect(1, 900_000, 0).Reflect(1, 900_000, 0).Reflect(1, 900_000, 0),
        factory,
        ParameterValues.Parse(factory.Description));

    private sealed class Factory(Func<IIdlePredictor> make) : IPredictorFactory<ClassPredictor>
    {
        public PredictorDescription Description { get; } = new("counting", "Counts its calls.");

        public ClassPredictor Create(ParameterValues values, int vcpu) => new(make());
    }

    private sealed class Counting : IIdlePredictor
    {
        public long WindowNs { get; init; }

        public int FailsAt { get; init; }

        public int Asked { get; private set; }

        public int Told { get; private set; }

        public long PredictPollNs(in IdleEntry entry)
        {
            Asked++;
            return WindowNs;
        }

        public void Observe(in IdleExit exit)
        {
            if (++Told == FailsAt)
            {
                throw new DivideByZeroException();
            }
        }
    }
}
