using Newtonsoft.Json;
using Predictors.Abstractions;

namespace PrivateLibrary13;

public sealed class LibraryFactory : IPredictorFactory<ClassPredictor>
{
    public PredictorDescription Description { get; } =
        new("library-13", $"Sees {typeof(JsonConvert).Assembly.GetName().Version}, and it works: {JsonConvert.SerializeObject(new[] { 13 })}.");

    public ClassPredictor Create(ParameterValues values, int vcpu) => throw new NotSupportedException("Nobody replays this one.");
}
