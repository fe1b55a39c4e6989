using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Predictors.Traces.Tests")]
[assembly: InternalsVisibleTo("Predictors.IdlePath.Tests")]
[assembly: InternalsVisibleTo("Predictors.Fuzzing")]
