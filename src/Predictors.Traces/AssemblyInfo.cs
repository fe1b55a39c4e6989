using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Predictors.Traces.Tests")]
