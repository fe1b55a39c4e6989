using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Predictors.IdlePath.Tests")]
[assembly: InternalsVisibleTo("Predictors.Benchmarks")]
[assembly: InternalsVisibleTo("Predictors.Ranking")]
[assembly: InternalsVisibleTo("Predictors.Ranking.Tests")]
[assembly: InternalsVisibleTo("Predictors.Plugins.Tests")]
