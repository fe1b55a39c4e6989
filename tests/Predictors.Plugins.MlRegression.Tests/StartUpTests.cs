using System.Reflection;
using System.Runtime.Loader;
using Predictors.Abstractions;

namespace Predictors.Plugins.MlRegression.Tests;

public sealed class StartUpTests
{
    [Test]
    public void Create_ShippedModel_LoadsNoMicrosoftMl()
    {
        var plugin = new RecordingContext(typeof(MlRegressionFactory).Assembly.Location);
        try
        {
            Type type = plugin.LoadFromAssemblyPath(typeof(MlRegressionFactory).Assembly.Location).GetTypes().Single(t => t.Name == nameof(MlRegressionFactory));
            var factory = (IPredictorFactory)Activator.CreateInstance(type)!;
            var values = ParameterValues.Parse(factory.Description);

            var predictor = (IIdlePredictor)type.GetMethod("Create", [typeof(ParameterValues), typeof(int)])!.Invoke(factory, [values, 0])!;
            long windowNs = predictor.PredictPollNs(default);
            predictor.Observe(default);

            Assert.That(windowNs, Is.GreaterThanOrEqualTo(0));
            Assert.That(plugin.Asked, Has.None.StartsWith("Microsoft.ML").And.Some.EqualTo("System.Text.Json"));
        }
        finally
        {
            plugin.Unload();
        }
    }

    private sealed class RecordingContext(string plugin) : AssemblyLoadContext(Path.GetFileName(plugin), isCollectible: true)
    {
        public List<string> Asked { get; } = [];

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            Asked.Add(assemblyName.Name!);
            return null;
        }
    }
}
