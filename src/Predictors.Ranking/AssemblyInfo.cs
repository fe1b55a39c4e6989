using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Predictors.Ranking.Tests")]
