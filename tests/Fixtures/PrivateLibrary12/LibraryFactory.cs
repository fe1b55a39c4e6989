using Newtonsoft.Json;
using Predictors.Abstractions;

namespace PrivateLibrary12;

public sealed class LibraryFactory : IPredictorFactory<ClassPredictor>
{
    public PredictorDescription Description { get; } =
        new("library-12", $"Sees {typeof(JsonConvert).Assembly.GetName().Version}, and it works: {JsonConvert.SerializeObject(new[] { 12 })}.");

    public ClassPredictor Create(ParameterValues values, int vcpu) => throw new NotSupportedException("Nobody replays this one.");
}
