using Predictors.Abstractions;
using Predictors.IdlePath.Tests;

namespace Predictors.Hosting.Tests;

public class LeaveOneOutTests
{
    private string _folder = string.Empty;

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("leave-one-out-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void For_EachTrace_TrainsOnAllOthersAndNamesWhatItLeftOut()
    {
        var learner = new NotingTrainer();
        var training = new LeaveOneOut([Choice.Of(learner)], [Trace("a"), Trace("b"), Trace("c")], _folder);

        PredictorChoice[] folds = [.. Enumerable.Range(0, 3).Select(i => training.For(i).Single())];

        Assert.That(learner.Trainings, Is.EqualTo(["bc without a", "ac without b", "ab without c"]));
        Assert.That(folds.Select(f => learner.TrainedOn(f.Values).Single().Sha256), Is.EqualTo(["bc without a", "ac without b", "ab without c"]));
        Assert.That(folds.Select(f => f.Text), Is.All.EqualTo("noting"));
    }

    [Test]
    public void For_SameTraceTwice_TrainsOnce()
    {
        var learner = new NotingTrainer();
        var training = new LeaveOneOut([Choice.Of(learner)], [Trace("a"), Trace("b")], _folder);

        Assert.That(training.For(1), Is.SameAs(training.For(1)));
        Assert.That(learner.Trainings, Is.EqualTo(["a without b"]));
    }

    [Test]
    public void For_TwoFilesOfOneRecording_LeavesBothOut()
    {
        var learner = new NotingTrainer();
        new LeaveOneOut([Choice.Of(learner)], [Trace("a"), Trace("b"), Trace("a")], _folder).For(0);

        Assert.That(learner.Trainings, Is.EqualTo(["b without a"]));
    }

    [Test]
    public void For_ContendersThatAreNotLearnedOrNameAModel_StayAsTheyAre()
    {
        PredictorChoice named = Choice.Of(new NotingTrainer(), "model=mine");
        PredictorChoice plain = Choice.Of(new LearnedFactory());

        Assert.That(new LeaveOneOut([named, plain], [Trace("a"), Trace("b")], _folder).For(0), Is.EqualTo([named, plain]));
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
    }

    [Test]
    public void For_OthersThatDoNotSuffice_SaysForWhichTraceAndWhatHelps()
    {
        var learner = new NotingTrainer { Throws = new InvalidDataException("Too little.") };

        Assert.That(
            () => new LeaveOneOut([Choice.Of(learner)], [Trace("a"), Trace("b")], _folder).For(1),
            Throws.TypeOf<InvalidDataException>().With.Message.EqualTo(
                "noting can't be trained for trace b on the other traces: Too little. Give more traces, or a model (model=FILE)."));
    }

    private static TrainingTrace Trace(string sha256) => new($"trace {sha256}", sha256, 1, TraceColumns.None, []);

    /// <summary>Its model is a note of what it was given.</summary>
    private sealed class NotingTrainer : IPredictorFactory<Scripted>, INamesLeftOut, ITrainedPredictor
    {
        private static readonly FileParameter s_model = new("model", "The note.");

        public PredictorDescription Description { get; } = new("noting", "Never polls.", s_model);

        public List<string> Trainings { get; } = [];

        public Exception? Throws { get; init; }

        public Scripted Create(ParameterValues values, int vcpu) => new([], null);

        public IReadOnlyList<TrainedOn> TrainedOn(ParameterValues values) => [new TrainedOn(File.ReadAllText(values.Get(s_model)), 0)];

        public IReadOnlyList<string> Train(IReadOnlyList<TrainingTrace> traces, ParameterValues values, int seed, Stream model, CancellationToken cancellation) =>
            throw new InvalidOperationException("It can name what is left out.");

        public IReadOnlyList<string> Train(
            IReadOnlyList<TrainingTrace> traces,
            IReadOnlyList<LeftOutTrace> leftOut,
            ParameterValues values,
            int seed,
            Stream model,
            CancellationToken cancellation)
        {
            if (Throws is not null)
            {
                throw Throws;
            }

            string note = $"{string.Concat(traces.Select(t => t.Sha256))} without {string.Concat(leftOut.Select(t => t.Sha256))}";
            Trainings.Add(note);
            model.Write(System.Text.Encoding.ASCII.GetBytes(note));
            return [];
        }
    }
}
