"""Word lists that tell names from titles: common knowledge, put down by hand for this project (CC0).

`GIVEN` holds frequent given names of many languages, `SURNAMES` frequent family names, `TITLE_WORDS` words that stand
in titles of works and lectures and hardly ever in names, `STOP_WORDS` the small words of running text.
A word may be in two lists ("Long", "Song", "Young"); whoever asks weighs both.
"""

from __future__ import annotations

from typing import Final


def _read(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOP_WORDS: Final = _read(
    """
    a an the of for with without to in into on onto at from by via using through towards toward under over between
    among within across about against as is are was were be been being can could should would will may might must do
    does did doesn't don't not no nor or but if then than that this these those there their its it our your his her
    my we you they who whom whose what which when where why how all any some each every more most much many few less
    least other such only own same so too very just also both either neither while during before after again further
    once here up down out off because until beyond along per vs versus et al and its it's let's read reading
    readings see please present presents presented discuss discussion due class lecture week chapter für mit ohne
    über und oder eine einer einem der-die-das pour avec dans sur aux une les par sans con para por una
    """
) - {"may", "will"}

# Words that no name holds, even with a capital: "You", "Do", "He", "In" are names of people.
STOP_CAPITALS: Final = _read(
    """
    The Of For And With From To By On At Is Are Was Were Be How What Why When Where Which Who This That These
    Those Its Our Your Their Using Via Into Onto Towards Toward Under Between Through Against Without About As Not
    Don't Or But If Than It We They All Any Every Each Reading Readings Discuss Discussion Presents Presented Class
    Lecture Week Chapter Intro Introduction
    """
)

GIVEN: Final = _read(
    """
    Aakash Aarav Aaron Abdul Abdullah Abel Abhinav Abhishek Abigail Abraham Ada Adam Adams Adele Adhiguna Aditya
    Adrian Adriana Agnes Ahmad Ahmed Aidan Akash Akhil Akira Akshat Akshay Alain Alan Albert Alberto Alec Alejandro
    Aleksandar Aleksander Alessandro Alex Alexa Alexander Alexandra Alexandre Alexandros Alexei Alexey Alexia
    Alfonso Alfred Alfredo Ali Alice Alicia Alina Alison Allan Allen Allison Alon Alvin Alyosha Alyssa Amanda Amar
    Amber Amelia Amin Amir Amit Amos Amr Amy Ana Anand Ananya Anastasia Andre Andrea Andreas Andrei Andrej Andrew
    Andrey Andrés Andy Angel Angela Angelina Aniket Anil Anirudh Anish Anita Anjali Ankit Ankita Ankur Anmol Ann
    Anna Anne Annelise Annie Ansh Anshul Anthony Antoine Anton Antonio Antonios Antony Anusha Apoorv April Aravind
    Archana Ariel Arjun Armando Arnaud Arnav Arnold Art Artem Arthur Arun Arvind Asaf Ashish Ashley Ashok Ashutosh
    Ashwin Asim Astrid Athena Atul Aubrey August Austin Avery Avi Aviv Axel Ayush Ayşe Barbara Barry Bart Bas
    Beatrice Ben Benedict Benjamin Bernard Bernd Bernhard Bert Beth Betty Beverly Bharath Bhavya Bilal Bill Billy
    Björn Blake Bob Bobby Bogdan Boris Brad Bradford Bradley Bram Brandon Brenda Brendan Brent Brett Brian Bridget
    Brittney Brooke Bruce Bruno Bryan Bryant Burak Butler Byron Byung-Gon Caitlin Caleb Calvin Cameron Camille Carl
    Carla Carlo Carlos Carmen Carol Carole Carolina Caroline Catherine Cathy Cato Cecilia Cem Cesar Chad Chaitanya
    Chandra Charles Charlie Charlotte Chelsea Cheryl Chester Chiara Chirag Chloe Chris Christelle Christian
    Christina Christine Christoph Christophe Christopher Christos Chuck Cindy Claire Clara Clarence Clark Claude
    Claudia Claudio Clay Clayton Clemence Clement Cliff Clifford Clémence Clément Cody Colby Colin Connelly Connor
    Conor Conrad Constance Corey Cory Costin Craig Cristian Cristina Curtis Cynthia Daan Dale Dalia Damian Damien
    Dan Dana Daniel Daniela Danielle Danny Daphne Dario Darius Darren Dave David Dawn Dawson Dean Debbie Deborah
    Deepak Deepika Denis Denise Deniz Dennis Derek Devansh Devin Dhruv Diana Diane Diego Dieter Dietmar Dimitri
    Dimitris Dina Dinesh Dirk Divya Divyansh Dmitri Dmitry Dolores Dominic Dominik Don Donald Donna Doris Dorothy
    Doug Douglas Dragan Drew Duncan Dustin Dylan Earl Ebrahim Ebru Ed Eddie Eddy Eden Edgar Edith Edmund Eduard
    Eduardo Edward Edwin Efe Eileen Ekaterina Elad Elaine Eleanor Elena Eli Elias Elie Elif Elijah Elisa Elisabeth
    Eliza Elizabeth Ella Ellen Elliot Elliott Elmar Elsa Emanuel Emanuele Emery Emil Emile Emilia Emilie Emilio
    Emily Emin Emma Emmanuel Emmett Emre Enrico Enrique Eran Eri Eric Erica Erich Erik Erika Ernest Ernesto Erwin
    Esteban Esther Ethan Eugene Eugenio Eunji Eva Evan Evangelos Eve Evelyn Eyal Ezra Fabian Fabio Fabrice Faith
    Fatima Fatma Federico Felipe Felix Femke Ferdinand Fernando Filip Filipe Finn Fiodar Fiona Flora Florence
    Florian Forrest Frances Francesca Francesco Francis Francisco Franck Francois Frank Franz François Fred Freddy
    Frederic Frederick Fredrik Friedrich Frédéric Gabe Gabriel Gabriela Gabriele Gagan Gagandeep Galen Garrett Garth
    Gary Gaurav Gautam Gavin Geert Geeta Geoff Geoffrey Georg George Georges Georgios Gerald Gerard Gerhard Gert
    Gideon Gil Gilbert Gilles Gina Giorgio Giovanni Giulia Giuseppe Glen Glenn Gloria Gonzalo Gopal Gordon Govind
    Grace Graham Grant Greg Gregor Gregory Greta Guido Guillaume Guillermo Gunnar Gustav Gustavo Guy Gyeong-In
    Gyewon Hadi Hal Haley Hamed Hamid Hank Hanna Hannah Hannes Hans Hanyu Hardik Hari Harish Harold Harpreet
    Harrison Harry Harsh Harsha Harvey Hasan Hassan Heather Hector Heidi Heiko Helen Helena Helga Helmut Hemant
    Hendrik Henk Henning Henri Henrik Henry Herbert Herman Hermann Hideo Hillary Hiroshi Holger Holly Howard Hubert
    Hugh Hugo Hussein Ian Ibrahim Ida Idit Ignacio Igor Ihor Ilya Imran In Ines Ingo Ingrid Inês Ion Irene Irina Iris
    Isaac Isabel Isabella Isabelle Ishaan Ishan Ivan Jack Jackie Jackson Jacob Jacqueline Jacques Jaime Jake Jakob
    Jakub James Jamie Jan Jana Jane Janet Janice Jared Jason Jasper Jatin Javier Jay Jayashree Jayesh Jean Jeanne
    Jeff Jeffery Jeffrey Jelena Jen Jennifer Jenny Jens Jeremiah Jeremy Jerome Jerry Jesse Jessica Jesus Jesús
    Jidong Jill Jim Jimmy Jinwoo Joachim Joan Joana Joanna Joanne Joao Jochen Jodie Joe Joel Joelle Johan Johann
    Johanna Johannes John Johnny Johnson Jon Jonas Jonathan Jonathon Joost Jordan Jorge Jose Josef Josep Joseph Josh
    Joshua Josiah José Joyce João Juan Juanita Judith Judy Juergen Jules Julia Julian Juliana Julie Julien Juliet
    Julio Julius Junaid June Justin Justine Jyothi Jyoti Jérôme Jörg Jürgen Kabir Kai Kalyan Kanak Karan Kareem
    Karen Karim Karin Karina Karl Karthik Kartik Kasper Kate Katharina Katherine Kathleen Kathryn Kathy Katie Katrin
    Kavita Kavya Kay Keith Kelly Kelvin Ken Kendall Kenji Kenneth Kenny Kent Kerry Keshav Kevin Khaled Khalid Kim
    Kimberly Kiran Kirill Kirk Kirsten Klaus Konrad Konstantin Konstantinos Kostas Kris Krishna Kristen Kristin
    Kristina Kristof Krzysztof Kshiteej Kumar Kunal Kurt Kyle Kylie Lakshmi Lalith Lampros Lansong Lara Larry Lars
    Laura Lauren Laurence Laurent Laurie Lawrence Lea Leah Lee Leif Leila Len Lena Leo Leon Leonard Leonardo Leonid
    Leonidas Leonie Leslie Lester Levi Lewis Liam Lidia Lili Lillian Lily Lina Linda Lindsay Lindsey Linus Lionel
    Lisa Liz Lloyd Lois Lokesh Lorenzo Lotte Louis Louise Luca Lucas Lucia Luciano Lucy Ludwig Luigi Luis Luisa Luiz
    Luka Lukas Lukasz Luke Luna Luís Lydia Lynn Maciej Madan Madeline Madhav Madhu Madison Magnus Mahdi Mahesh
    Mahmoud Mahmut Maja Malcolm Malte Manaal Manav Manish Manoj Manuel Manuela Manya Mar Marc Marcel Marcelo Marcin
    Marco Marcos Marcus Marek Margaret Margo Maria Marian Marianne Marie Marina Marine Mario Marion Marisa Marius
    Mariusz Marjorie Mark Markus Marlene Marsha Marta Martha Martin Martina Marty Martín Marvin Mary María Masahiro
    Masaru Matei Mateo Mathew Mathias Mathieu Mathijs Mats Matt Matteo Matthai Matthew Matthias Matthieu Maureen
    Maurice Mauricio Maurizio Max Maxim Maxime Maximilian Maximilien Maxwell May Maya Mayank Mayur Md Meera Megan
    Meghan Meghna Mehdi Mehmet Meinolf Melanie Melissa Mendel Merlin Merve Michael Michal Michał Michel Michele
    Michelle Michèle Miguel Mihai Mihir Mika Mike Mikhail Milan Milena Milind Milos Min Mira Miranda Miriam Miroslav
    Misha Mitchell Mladen Mohamad Mohamed Mohammad Mohammed Mohan Mohini Mohit Moinuddin Moises Mona Monica Monika
    Morgan Moritz Mosharaf Moshe Mostafa Mostofa Muhammad Mukesh Mukund Murali Murat Mustafa Myles Nadia Nadine
    Nagarajan Naman Nan Nancy Nandini Nandita Naomi Naresh Nasir Natalia Natalie Natasha Nate Nathan Nathaniel
    Naveen Navin Navya Neal Neeraja Neha Neil Nelson Nicholas Nick Nickolai Nico Nicola Nicolas Nicole Nidhi Nigel
    Nihar Nikhil Nikhita Niki Nikita Niklas Nikola Nikolai Nikolaos Nils Nima Nina Nipun Nir Niraj Nisha Nishant
    Nitin Nitish Niyati Noah Noam Noel Nora Norbert Norman Nuno Octavio Oded Oleg Oleksandr Olga Oliver Olivia
    Olivier Olli Olof Om Omar Omer Omid Onur Oren Orestis Oriol Oscar Oskar Otto Owen Ozan Pablo Palak Pallavi Pam
    Pamela Panos Paolo Parag Parker Parth Parveen Pascal Pat Patricia Patrick Patrik Patty Paul Paula Paulo Pavan
    Pavel Pavol Pawel Paweł Pedro Peer Peggy Penelope Penny Per Percy Perry Pete Peter Petr Petra Phil Philip
    Philipp Philippe Philippine Phillip Phoebe Pierre Pieter Pietro Piotr Piyali Piyush Polina Pooja Prabal
    Prabhakar Prachi Pradeep Prakash Pramod Pranav Pranshu Prasad Prashant Prateek Pratik Pratyush Preeti Prem
    Prisca Priya Priyanka Prudence Przemyslaw Puneet Pushpak Quan Quentin Quinn Quoc Rachel Rachit Radha Radu
    Raffaele Raghav Raghavan Raghu Rahul Raj Rajan Rajat Rajeev Rajendra Rajesh Rajiv Rajkumar Rakesh Ralf Ralph Ram
    Rama Ramachandran Ramesh Ramin Ramon Ramona Ramya Rana Randal Randall Randy Ranjan Ranjita Raphael Rashid Rashmi
    Raul Ravi Ravindra Ray Raymond Rebecca Rebekah Reed Reema Reginald Reid Reinhard Rekha Remi Renato Rene Renee
    Renu René Reuben Rex Reza Ricardo Riccardo Rich Richard Rick Ricky Riley Rishabh Rishi Rita Ritesh Ritik Ritu
    Rob Robbert Robert Roberta Roberto Robin Rod Roderick Rodney Rodrigo Roger Rohan Rohini Rohit Roland Rolf Romain
    Roman Romil Ron Ronald Ronan Rong Ronnie Rosa Rosalind Rose Roshan Ross Roxana Roy Ruben Ruby Ruchi Rudolf Rui
    Rupert Russ Russell Ruth Ryan Rémi Rémy Saar Sabine Sabrina Sachi Sachin Sadia Saeed Sagar Sahil Said Saket
    Salim Sally Salman Salvatore Sam Samantha Samarth Sameer Samer Samir Sampo Samuel Samyam Sandeep Sandhya Sandra
    Sandro Sandy Sangeetha Sanjana Sanjay Sanjeev Sanjit Sanne Santiago Santosh Sara Sarah Sarthak Sasank Sasha
    Satish Satya Satyam Saurabh Scott Sean Sebastian Sebastien Selim Selin Serena Serge Sergei Sergey Sergio Seth
    Shalini Shane Shannon Shantanu Sharad Sharon Shashank Shashi Shaun Shawn Sheila Shelby Shelly Sheryl Shikha
    Shilpa Shimon Shirley Shiv Shivam Shivani Shivaram Shoaib Shoumik Shreya Shruti Shubham Shweta Shwetak Siddharth
    Siddhartha Sidney Siegfried Silvia Silvio Simon Simona Simone Sina Sinan Siva Sneha Sofia Sofie Soham Solomon
    Somya Sonal Sonia Sonja Soojeong Sophia Sophie Soumith Sreeram Srikanth Srinath Srinidhi Srinivas Sriram Stacey
    Stacy Stan Stanislav Stanley Stefan Stefania Stefano Steffen Stella Stephan Stephanie Stephen Steve Steven
    Stewart Stuart Stéphane Subhash Subramanian Suchi Sudhanshu Sudhir Sudip Suhas Sujata Suman Sumeet Sumit Sungwoo
    Sunil Sunita Surabhi Suresh Surya Susan Susana Susanna Susanne Sushil Suzanne Sven Swapnil Swarup Swati Sylvain
    Sylvia Sylvie Sébastien Tadayoshi Taebum Takashi Takeshi Tamar Tamara Tammy Tanay Tanmay Tanvi Tanya Tara Tarun
    Tatiana Taylor Ted Tejas Terence Teresa Terrence Terry Tess Thaddeus Thanh Theo Theodore Theodoros Theresa
    Thierry Thijs Thomas Thorsten Tiago Tianqi Tiffany Tim Timo Timothy Tina Tobias Toby Todd Tom Tomas Tomasz
    Tommaso Tommy Tomás Tomáš Toni Tony Torsten Tracy Travis Trevor Tricia Trinabh Trishul Tristan Troy Tuan Tyler
    Uday Udit Ugo Ujjwal Uli Ulrich Ulrike Umar Umesh Urs Ursula Usman Utkarsh Uwe Vadim Vaibhav Valentin Valeria
    Valerie Valerio Vanessa Varun Vasily Vasu Vasudev Ved Venkat Venkatesh Vera Vernon Veronica Vibhav Vicki Victor
    Victoria Vidhya Vidya Vignesh Vijay Vikas Vikram Viktor Vin Vinay Vince Vincent Vincenzo Vineet Vinod Vint Vipul
    Viraj Virendra Virginia Vishal Vishnu Vishwa Vitaly Vivek Vivian Vlad Vladimir Volker Waleed Walter Wanda Warren
    Wayne Wendy Werner Wes Wesley Wilfried Wilhelm Will Willem William Willie Willy Wilson Winston Wojciech Wolfgang
    Woosuk Wyatt Xavier Xenia Yael Yair Yan Yann Yannis Yaron Yash Yashas Yasmin Yasushi Yehuda Yiannis Yibo Yoav
    Yogesh Yolanda Yonatan Yong Yoram Yosef Yoshua Yossi Younes Youssef Yuri Yuriy Yury Yusuf Yusuke Yutaka Yves
    Yvonne Zach Zachary Zack Zaid Zain Zhihao Zoe Zoey Zoltan Zoltán Zongheng Zvi Łukasz
    """
)

SURNAMES: Final = _read(
    """
    Abadi Abbott Abdelfattah Abe Abelson Abraham Acharya Adams Adleman Adorno Agarwal Agrawal Aguilar Aguilera Ahmad
    Ahmed Ahn Aho Aiken Akella Akhtar Ali Allen Alvarez Anand Andersen Anderson Andersson Anh Appel Arendt Aristotle
    Arora Arpaci-Dusseau Asanovic Astrahan Avestimehr Ba Bach Backus Bae Baek Bailey Bailis Baker Bakshi
    Balakrishnan Ball Banerjee Banerji Banks Bao Barham Barker Barnes Barto Baskaran Basu Batra Bauer Becker Bell
    Bengio Benjamin Bennett Berg Berger Bernstein Bershad Best Bhabha Bhagwan Bhardwaj Bhatia Bhatt Bhattacharya
    Bhattacharyya Bian Bianchini Bird Bishop Black Blelloch Blum Boggs Bond Booker Borg Bose Bosshart Bostic Bostock
    Bourdieu Bovet Boyd Bradbury Branch Brewer Brooks Brown Bryant Buck Bugnion Burns Burrows Bush Butler Byun
    Cafarella Cai Callaghan Campbell Cao Carbin Carlini Carlson Carpenter Carter Casado Case Casper Castro Catanzaro
    Cerf Cesati Ceze Cha Chae Chai Chakraborty Chamberlin Chan Chanan Chandra Chang Chao Chard Chatterjee Chaucer
    Chaudhary Chaudhuri Chauhan Chawla Che Chen Cheng Cheriton Cheung Chi Chia Chiang Chien Child Childs Chilimbi
    Chin Chintala Chiou Cho Choe Choi Chong Chopra Chou Choudhary Choudhury Chow Chowdhury Christensen Chu Chua Chun
    Chung Church Clark Clarke Clements Cloud Codd Cohen Cohn Cole Coleman Collins Cook Cooper Corbet Corbett Cormen
    Costa Courville Cox Craft Crankshaw Crocker Crowley Cruz Cui Culler Cunningham Dai Dally Dang Dante Das Dasgupta
    Datta Davidson Davies Davis Day De DeWitt Dean Deering Deleuze Deng Derrida Desai Deshpande Devanur Devlin Dey
    Diaz Dietterich Dijkstra Dill Ding Dinh Do Dong Donnelly Du Dua Duan Duke Dunlap Duong Durkheim Dutta Dwork
    Dwyer Dyer Díaz East Edwards Efros Eide Eisenstein Ellis Engelbart Engler English Erez Estrin Evans Fabry Fan
    Fang Fanon Farhadi Fei Felleisen Felten Feng Fernandes Fernandez Fernández Ferrari Ferreira Feyerabend Field
    Fields Findler Fischer Fisher Flatt Fleming Floyd Fonseca Ford Foster Foucault Fox Franklin Fraser Freedman
    French Friedman Fu Fujita Gagne Galvin Ganger Gao Garcia García Garg Ge Geambasu Geertz Gehring Gehrke George
    German Ghahramani Ghemawat Ghodsi Ghosh Gibbons Gibson Gifford Gilbert Gill Godfrey Goel Goffman Goldberg
    Golding Goldstein Gomez Gong Gonzalez González Good Goodfellow Gordon Gosling Govindan Goyal Graham Gray Green
    Greenberg Griffin Grolemund Gross Grossman Gruber Gu Guan Guestrin Guo Gupta Gutierrez Gómez Ha Haas Habermas
    Hall Hamilton Han Hand Hansen Hanson Hao Haraway Harchol-Balter Harper Harris Harrison Hasan Hashemi Hassan
    Hastie Hayes Haynes He Head Heer Hegel Heidegger Hellerstein Henderson Hennessy Herlihy Hernandez Hernández Hill
    Hinton Ho Hoang Hoare Hoefler Hoffman Hoffmann Homer Hong Hopcroft Hope Hopper Horowitz Horvitz Hou Howard Hsiao
    Hsieh Hsu Hu Hua Huang Hughes Hui Hume Hung Hunt Huo Hussain Hutchinson Hutto Huynh Hwang Im Ioannidis Ito Iyer
    Jackson Jacobs Jacobsen Jacobson Jaffe Jain James Jang Jansen Jensen Jeon Jeong Jha Ji Jia Jiang Jiao Jin Jing
    Johansson John Johnson Jones Jordan Joseph Joshi Joy Ju Jun Jung Jurafsky Kaashoek Kahn Kaiser Kamil Kang Kannan
    Kant Kao Kapoor Kapur Karels Karger Karp Karpathy Katti Katz Kaufman Kaufmann Kaur Kawaguchi Kay Ke Keller Kelly
    Kennedy Kent Kernighan Keshav Keutzer Key Keys Khan Khandelwal Khanna Khosla Kim King Klein Kleinberg Knight
    Knowles Knuth Ko Kobayashi Koehn Kohler Kohno Koller Kolter Koltun Kong Koo Kozyrakis Kraft Kraska Krause
    Krishnamurthi Krishnamurthy Krishnan Krizhevsky Kroah-Hartman Krug Kubiatowicz Kuhn Kulkarni Kumar Kundu Kung
    Kuo Kurose Kwak Kwatra Kwon Lai Lam Lamport Lampson Lan Land Lane Lang Larson Larus Latour Lau Lauer Lavoie Law
    Lawrence Lazowska Le LeCun Lee Leffler Leiserson Leskovec Leung Levin Levine Levis Levy Lewis Li Liang Liao
    Licklider Lim Lin Ling Lipton Liskov Little Littman Liu Livshits Lloyd Lo Lock Locke Long Longus Loper Lopez
    Lord Lorenzi Lou Love Low Lu Lui Luo Lv Lynch Lê López Lü Ma MacDonald Mace Mach Madden Mahajan Mai Maier Major
    Malik Manning Mao March Marcus Markov Marks Marsh Martin Martinez Martins Martínez Marx Mason Mathew Matsuda
    Matsumoto Matthews Mattson Mayer Mazières McAuley McCallum McCarthy McIlroy McKenney McKeown McKusick McMahan
    McMillan Means Mehta Mei Mendoza Meng Metcalfe Meyer Miao Miller Mills Milojicic Milton Min Mirhoseini Mishra
    Misra Mitchell Mitra Mittal Mo Mockapetris Modi Mogul Mohan Mohri Molina Money Moon Moore Morales Moreau Moreno
    Morgan Moritz Morris Morrison Moses Moss Motwani Mozer Mu Mukherjee Mullender Muller Munzner Murphy Murray
    Murthy Musuvathi Myers Müller Na Nagarajan Naik Nair Nakamura Nam Narayan Narayanan Narayanaswamy Nath Naughton
    Nelson Neubig Neumann Neville-Neil Newman Ng Ngo Nguyen Ni Nieh Nielsen Nietzsche Night Ning Noble Noh Norman
    North Norvig Novak Nozick O'Brien O'Connor O'Neil O'Neill O'Toole Oh Olsen Olston Olukotun Ong Ongaro Ooi Ortiz
    Osborne Ou Ousterhout Ouyang Ovid Padua Paek Page Pal Palmer Pan Panda Pandey Pang Papadimitriou Parikh Park
    Parker Parks Parmar Partridge Pascanu Passos Patel Paterson Patil Patterson Pavlo Paxson Pei Peng Pereira Perez
    Perlis Perry Peters Petersen Peterson Petrov Pham Phan Phanishayee Phillips Pierce Pike Pinto Pitt Plato
    Polyzotis Pool Poole Popa Popper Ports Postel Powell Power Powers Prabhakaran Prabhu Prasad Pratt Price Pérez Qi
    Qian Qiao Qin Qiu Qu Quan Quarterman Quick Rabinovich Raghavan Raghunathan Rahman Rajamani Rajan Rajbhandari
    Ramachandran Ramakrishnan Ramamurthy Raman Ramanathan Ramesh Ramirez Ramos Ranganathan Rao Rashid Raskin Rasley
    Rastegari Ratnasamy Ravi Rawls Ray Reagen Recht Reddy Redmon Reed Reid Ren Rexford Reyes Reynolds Rhee Ribeiro
    Rice Rich Richardson Rinard Ring Ritchie Rivera Rivers Rivest Roberts Robinson Rodrigues Rodriguez Rodríguez
    Rogers Romero Rong Root Rose Rosen Rosenblum Ross Rossi Rostamizadeh Roy Rubin Rubini Rudin Ruiz Rule Rush
    Russell Ruwase Ryan Ryu Ré Sage Saha Sahai Sahni Said Salakhutdinov Saltzer Sanchez Sanders Santos Sarkar Sato
    Satyanarayanan Savage Saxena Schapire Schmidhuber Schmidt Schneider Scholkopf Schroeder Schulman Schulz Schulze
    Schuster Schutze Schwartz Schwarz Schölkopf Schütze Scott Sculley Sedgewick Self Selinger Seltzer Sen Seo
    Seshadri Seshia Seth Sethi Shah Shakespeare Shamir Shan Shang Shankar Shao Shapiro Sharma Sharp Shaw Shazeer
    Shen Shenker Shi Shih Shim Shimizu Shin Shneiderman Shoeybi Short Shu Siddiqui Silberschatz Silva Simon Simonyan
    Singer Singh Singhal Singhvi Sinha Sipser Sirer Sivaraman Sivathanu Small Smith Smola Snavely Snoek So Sohn Son
    Song Sontag Sparks Spector Speed Spivak Sra Srinivasan Srivastava Staelin Stage Stallings Stallman Stark Stein
    Steiner Stevens Stewart Stoica Stone Stonebraker Storm Strauss Street Strong Stroustrup Stutsman Su Subramanian
    Suh Sui Sullivan Summers Sun Sundararajan Sung Suresh Sussman Sutskever Sutton Suzuki Swartz Swift Sze Szegedy
    Szekely Sánchez Takahashi Talwalkar Tambe Tan Tanaka Tanenbaum Tang Tao Tardos Tarjan Taylor Tegmark Tejani Teng
    Thacker Thakur Thekkath Thomas Thompson Thrun Tian Tibshirani Tieu Tiwari Ton Tong Torralba Torres Torvalds Tran
    Tree Trippel Tsai Tsang Tsao Tse Tu Tucker Tufte Tung Turing Turner Tyagi Ullman Upadhyay Vahdat Valiant Van
    Vapnik Vargas Varghese Varma Vasilache Vaswani Vazirani Venkatakrishnan Venkataraman Verma Vetter Vigfusson
    Vinyals Virgil Vishwanath Vo Vogels Vu Wagner Wainwright Waldspurger Walfish Walker Wall Wallach Walls Walsh Wan
    Wand Wang Ward Warden Ware Warfield Watanabe Waters Watson Webb Weber Wei Weihl Weikum Weimer Weiser Wen Weng
    Werner West Weston Wetherall White Wicke Wickham Widom Wilkes Wilkinson Williams Willsey Wilson Wing Winograd
    Winstein Winter Winters Wirth Wise Wittgenstein Wolf Wolpert Wong Woo Wood Woods Worth Wright Wu Xi Xia Xiang
    Xiao Xie Xin Xing Xiong Xu Xue Yadav Yadwadkar Yamada Yamaguchi Yamamoto Yan Yang Yao Yap Yates Yazdani Ye Yen
    Yi Yildirim Yilmaz Yin Ying Yoo Yoon You Young Yu Yuan Yue Yun Zaharia Zaremba Zeldovich Zeng Zettlemoyer Zha
    Zhai Zhan Zhang Zhao Zhen Zheng Zhong Zhou Zhu Zhuang Zhuo Zimmerman Zimmermann Zou Zuo Özsu
    """
)

TITLE_WORDS: Final = _read(
    """
    abduction ableitung abstract abstraction abstractions accelerate accelerated accelerating acceleration
    accelerator accelerators access accuracy accurate accurately achieving acm act action active acts ad adaptation
    adaptive adding ads advanced advances adversarial adversaries adversary advice aesthetic aesthetics affect
    affidavit afterlife age agency agenda agent agents ages ahead ai aided algebra algebraic algorithm algorithmes
    algorithms align aligned alive allocation almanac alternative ambiguity amendment america american analogy
    analyse analyses analysis analytical analytics analyze analyzes analyzing anarchy ancient android animal animals
    annotation anomalies anomaly answer answering anthology anthropology anti anwendung anwendungen api apis app
    appendix application applications applied apprentissage approach approaches approximate approximation apr
    aprendizaje april arbeit arbitrary architectural architecture architectures archive archives argument arguments
    arithmetic array arrays art article artificial artistic aspects asplos assembly assessment asset assets
    assignment assisted async asynchronous atlas atom atomic atoms attack attacks attention audience audio audit
    auditing auditorium audits aufbau aufgabe aufgaben aug augment augmentation augmented august aula ausblick
    ausdrücke author authority auto autobiography autoencoders automated automatic automatically automating
    automation autonomous autonomy autopilot autoscaling autumn aware awareness axiom axioms azure background
    backpropagation backup backward backwards balanced balancing band bandit bandits bare barrier barriers base
    based basic basics batch batching battle bayes bayesian beam beauty beginning behavior being beispiel beispiele
    bench benchmark benchmarking benchmarks besprechung bets better beyond bias bible bidirectional big bigger
    billing billion binary binomial biography biological biology birth bit bitcoin bits blackbox blank blending
    blind blockchain blog blood bloom blueprint blur board boards body book books boosting bootstrap bootstrapping
    border bot bots bottleneck bottom bound bounded bounding bounds box boxes brain brains branch branches branching
    break breaking breakthrough bridge bridging brief bright british broadcast broadside brochure browser browsers
    budget budgets buffer buffers bug bugs build building business byzantine cache caches caching calculus
    calibration camera campaign campus canceled cancelled cancer canvas capital capitalism card cardboard care
    career careers careful cars case cash catastrophe causal causality cause causes celebration cell cells cellular
    census center centre century certified chain chains challenge challenges change channel channels chaos chapter
    character characterization characterizing charge chat chatbot cheap cheaper checking checkpoint checkpointing
    chemical chemistry chess children china chinese chip choice chronicle chronicles church cipher circuit circuits
    citation cities citizen citizenship city civil civilization claims clase class classes classic classical
    classification classifier clean cleaning client clients climate clinical clock clocks clone closed closing
    closure cloud clouds club cluster clustering clusters cocktail code coding coherence cohort coin cold
    collaborative collapse collection collections collective college colonial color colors column columns
    combinatorial combining comedy commerce commit commitment commodity common commonsense communication
    communications community compact companion comparative comparison comparisons compass compatible compensation
    compete competition competitive compilation compiler compilers compiling complaint complete completion complex
    complexity compliance component components composition compositional comprehension comprehensive compress
    compressed compressing compression compromise computation computational computations compute computer computers
    computing concept concepts concern concerns conclusion conclusions concurrency concurrent condition conditional
    conditionals conditions conference confidence confidential confidentiality configuration conflict conflicts
    congestion conjugate connect connected connecting connection connections connectivity consciousness consensus
    consistency consistent constant constants constitution construction consumer contact container containers
    content contest context contextual continuous contract contracts contrast contrastive contribution contributions
    control controlled controller controllers convention convergence convergent conversation conversational
    conversations convex convolution convolutional convolutions cooperative coordinated coordination copy core cores
    corner corpora corporate corpus correct correction correctness correlation cosmic cost costs count counter
    counterexample counting counts coupling cours course coverage covert cpu cpus craft crash crawl creating
    creative creativity credit crime crisis critical criticism critique critiques cross crowd crowdsource
    crowdsourced crowdsourcing crypto cryptographic cryptography cryptosystem cubic cultivating cultural culture
    cultures curate cure curiosity current curriculum curve curves custom cyber cycle cycles dark dashboard data
    database databases datacenter datacenters dataflow dataset datasets daten datenstrukturen datos day days dead
    deadline deadlock deal dealing death debate debt debugging dec decade december decentralized decision decisions
    declarative decode decoding decomposing decomposition deduction deep deeper defect defects defending defense
    definition degree degrees deja delay deletion delivering delta demand demo democracy democratizing demonstration
    demos demystifying dense density department dependable dependencies dependency deploying deployment depth
    derivative derivatives descent describing description design designing desk desktop detail details detecting
    detection detector deterministic developer developers developing development device devices diagnosis diagram
    diagrams dialogue diary dictionary difference differences different differentiable differential differentiation
    difficult diffusion digital dilemma dimensional dimensionality direct directed direction directions directories
    directory disability disaggregated disagreement disaster disasters discipline disconnected discourse discovering
    discovery discrete discriminant discrimination discussions disease disk disorder dispatch display disruptive
    dissecting distance distant distillation distilled distortion distributed distribution disturbance diverse
    diversity divide division dna dnn dnns doctor doctrine document documentary documents dogs doing dollar domain
    dominant done données door dot double downstream draft drama dream dreams driven driver drivers driving drone
    dropout drug dual duality durability dust duty dynamic dynamical dynamics eager ear early earth east eastern
    ecology economic economics economy ecosystem ecosystems edge editing edition editor editorial education
    educational effect effective effectively effects efficacy efficiency efficient efficiently effort eigenvalues
    eight einführung ejercicios elastic election elections electric electrical electricity electronic element
    elements elimination email embedded embedding embeddings emerge emergence emerging emotion emotional empire
    empirical empirically empowering enable enabled enabling enclave enclaves encoder encoding encounter encrypted
    encryption encyclopedia end endless ends energy enforcement engage engagement engine engineer engineering
    engineers english enhance enhanced enhancing enlightenment enough ensemble ensembles enterprise enterprises
    entities entity entropy entry entwicklung entwurf environment environments epic epidemic epilogue episode
    epistemology epistle equal equality equation equations equilibrium equity equivalent equivalents era ergebnisse
    errata error errors erste espresso essay essays estimation ethereum ethical ethics ethnic euler europe european
    eurosys evaluate evaluating evaluation event events everywhere evidence evil evolution evolutionary evolving
    exact exam examen example examples exascale exception exceptions excerpt exchange exclusion executing execution
    executive exercices exercise exercises exercícios existence exit expand expanding expansion expectation
    expectations expense experience experiences experiment experimental experiments expert experts explainable
    explaining explanation explanations explicit explicitly exploit exploiting exploits exploration exploratory
    explore exploring explosion exponential expose exposure expression expressions expressive extend extended
    extending extensible extension extensions extent external extract extracting extraction extreme eyes fabric face
    facial fact factor factored factorization factors factory facts fail failing failure failures fair fairness fake
    fall false family farm fashion fast faster fat fatal fault faults faulty fear feasibility feasible feature
    features featuring feb february federated feedback feel feiertag feminism feriado ferien few fiber fiction field
    fields fight figure file files film filter filtering filters final finals finance financial finding fine
    finetuning finish finite fire firewall firm first fit fitness fitting five fixed flash flat fleet fleets
    flexible floating flow flows fluid focus fold folk following food footprint force forces forecast forecasting
    forest forests forever forget forgetting form formal forms formula formulation fortune forward foundation
    foundations four fractional fragen fragmentation frame frames framework frameworks fraud free freedom french
    frequency frequent frequentist fresh friday friend friends front frontier fuel full function functional
    functions fundamental fundamentals fused fusion future fuzzing fuzzy gain gains gallery game games gaming gans
    gap gaps gate gateway gateways gaussian gender genealogy general generality generalization generalized generals
    generated generating generation generations generative generator generators generic genes genetic genome genomic
    genomics genre geographic geography geometric german germany geschichte gesture getting ghost giant gift gigabit
    glance glass global globally go goal goals gods goes going gold golden good google goroutine goroutines gospel
    govern governance government gpu gpus grad grade grades gradient gradients grading grail grained grammar
    grammars grand granular granularity graph graphical graphics graphs gravity great greece greedy greek grid
    ground group groupe grouping growing growth grundlagen guarantees guard guest guidance guide guided guideline
    guidelines guiding guilt habit habitat habits haiku handbook handling handout happiness happy harassment harder
    hardware harm harmful hash hashing hate hazard head header headers headline health heap heart heat heaven heavy
    hell hello help helping herd hero heroes heterogeneity heterogeneous heuristic heuristics hidden hierarchical
    hierarchies high highlights highly highway hint hints histoire historia historical history hit hits hole holes
    holiday holistic holy home homework homomorphic hope hopes horizontal hospital host hostile hosting hosts hot
    hour hours house household hpca hub huge human humanities humanity humans hunger hybrid hype hypergraph
    hyperparameter hypothesis iclr icml icon ideal ideals ideas identical identification identify identifying
    identity ideology idle ieee illumination illusion image images imagination imitation immigration immutable
    impact imperative imperfect imperial implementation implementations implementing implications implicit
    importance improve improved improvement improvements improving incentive incentives incident incidental
    incidents inclusion income incomplete inconsistent incremental independent index indexing india induction
    inductive industrial industry inequality inertia inference infinite infinity influence informal information
    informed infra infrastructure inherent inheritance inherited initialization injection injustice inner innovative
    input inputs inquiry insecure inside insights inspection inspired installation instance institution institutions
    instruction instructor instructors instrument instruments insurance integer integral integrated integrating
    integration integrity intel intelligence intelligent intensive intention interaction interactions interactive
    interconnect interdependent interest interesting interests interface interfaces interference interim
    interleaving intermediate internal internet interpretability interpretable interpretation interpreter
    interpreting interprocedural interrupt interrupts intersection intersectionality interstellar intervention
    interventions interview interviews intro introducción introducing introduction intrusion invariance invariant
    invariants invasion invent invention inventor inverse investigating investigation investment invisible
    invitation invited involution io irregular isca islam islamic isolation issue issues iteration iterations
    iterative iterator itself jailbreak jam january japan japanese java javascript jewish jews job jobs joins joint
    jointly journal journalism journey judgment jul july jump jumping june justice justification keeping kernel
    kernels key keyboard keynote keys keyword kill kinds kinematics kingdom klassen klausur knapsack knot knowledge
    komplexe kubernetes lab labeled labeling labels labor labs lack lambda land landing landmark landmarks landscape
    lane langage langages language languages large larger largest laser lasso last latency latent latin launch law
    laws layer layered layers layout layouts lazy lead leader leaders leadership leading leaf leak leakage leakages
    learnable learned learner learners learning leases leave lecture legacy legal legend lemma length lens lessons
    lets letter letters level levels leverage leveraging lexical liability libel liberal liberalism liberty
    libraries library libretto license lies life lifting light lighter lightweight like limit limitations limiting
    limits line linear linearizability lines linguistic linguistics link linked linking linux liquid list lista
    listen listening lists literary literatura literature littérature litz live llm llms load local locality
    localization locations lock locking locks log logging logic logical logistic logs london long look looking
    lookup loop loops loose loss lost lots lottery lounge low lower loyalty lstm luck lunch lösung machine machinery
    machines macro made magazine magic mail main mainframe maintain maintainability maintaining maintenance majority
    make maker makes making malicious malware man management manager managers managing mandatory manifesto
    manipulation mankind manual manuscript manuscripts many map mapping mapreduce maps march marginal marginalized
    marine market markets markov marriage marxism masculinity mask masked masking mass masses massive massively
    master mastering match matches matching material math mathematical mathematics matrices matrix matter maximal
    maximization maximizing maximum mean meaning meaningful means measure measurement measurements measures
    measuring mechanical mechanics mechanism mechanisms media medical medicine medieval meditation medium meeting
    meets mehr membership memo memoir memorandum memorial memories memory men mental mentor mercy merge merging mesh
    message messages messaging messy meta metal metamorphosis method methode methoden methodik methodology methods
    metric metrics micro microarchitecture microbial microkernel microkernels microprocessor microservices mid
    middle midterm midterms migration mile military million millisecond mind minds minibatch minibatches minimal
    minimax minimization minimizing minimum mining minority miracle mirror mirroring misc miscellaneous
    misinformation missing mission mistakes mitigating mitigation mixed mixing mixture mixtures ml mobile mobilenet
    mobility modal mode model modeling modelle modellierung modelling models moderate moderation modern modernism
    modernity modest modification modular modularity module molecular molecules moment moments momentum monday
    monetary money monitor monitoring monitors monograph monolithic monte months moon moral morality morals mother
    motion motivation mountain mouse move movement moves movie moving much multi multicast multicore multilingual
    multimedia multimodal multimodality multiplayer multiple multiplication multiplicative multiprocessing
    multiprocessor multiprocessors multitask multitenant multithreaded multithreading multivariate murder museum
    music mutation mutex mutual mystery myth mythology myths naive name names naming narrative narratives nash
    nation national nationalism nations native natively natural nature navigation near nearest necessary need
    needles needs negative negotiation neighbor neighborhood neighbors nested net nets network networked networking
    networks neural neurips neurons neuroscience neutral neutrality new news newsletter newton next nexus night
    nimble nine nips node nodes noise noisy nonconvex nondeterminism nondeterministic nonlinear nonparametric norm
    normal normalization normalized norms north notation note notes nothing notion notions nov novel novella
    november nowhere nsdi nuclear nucleus numa number numbers numeric numerical nvme obituary object objects objekt
    objekte objekten objektorientierte oblivious observability observation observations observing obstacle obstacles
    occasion occlusion ocean oct october odds ode offer offers office official offline offload offloading old one
    ones onion online ontology opaque open opening opera operating operation operational operations operator
    operators opinion opinions opportunities opportunity optical optimal optimality optimally optimistic
    optimization optimizations optimize optimized optimizer optimizers optimizing optimum option optional oracle
    oracles oral oration orbit orchestration order ordering orders ordinary organisation organization organizational
    organizing orientation oriented origin origins orthogonal orthogonality oscillation osdi outcome outcomes
    outlier outliers outline outlook output outreach outside outsourcing overcoming overhead overheads overlap
    overload overview own ownership pace pack package packages packaging packed packet packets page pages paging
    pain painting pamphlet pandemic panel panic paper papers paradigm paradise paradox paradoxes paragraph parallel
    parallelism parallelization parallelizing parameter parameters parametric parent parity parser parsers parsing
    part partial participant participants participation particle particles partition partitioned partitioning
    partitions partner passage passing passive password passwords past pastoral patch patches patent path paths
    pathway pathways patience patient patients pattern patterns pause paxos peace peak peasants peek peeking peer
    peering penalty pension people perceived perception perceptron perceptual percolation perfect perform
    performance performant performs peripheral permission permissions permutation persistence persistency persistent
    persistente person personal personalized perspective perspectives persuasion pervasive petition phase phenomenon
    philosophical philosophies philosophy phone phones photo photography photonic phrase physical physics pictures
    piece pilot pin pipeline pipelined pipelines pipelining pitch pitfalls pixel pixels placeholder placement places
    plain plan plane planes planet planner planning plans plant plants plastic plasticity platform platforms play
    playing pleasure plus pocket podcast poem poems poet poetics poetry poets point pointer pointers poker polar
    police policies policy polite political politics pollution polynomial pool pooled pooling popular popularity
    population populism portability portable portal portfolio portrait pose position positions positive
    possibilities possibility possible post postcolonial poster posterior posters postmodern potential potentials
    poverty power powerful powers practical practice practices pragmatic pragmatics pragmatism praise praktikum
    precise precisely precision precondition preconditioning predator predictable predicting prediction predictions
    predictive predictor predictors preemptive preference preferences prefix pregame pregnancy prehistory
    preliminary prep preparation prepare preparing preprocessing prerequisites present presentation presentations
    preservation preserve preserving president press pressure pretrained pretraining prevalence prevent preventing
    prevention prevents preview prices pricing primal primary primer primitive primitives principal principle
    principled principles print prior priorities priority prison prisoner privacy private privilege privileged prize
    proactive probabilistic probability probe probes probing problem problems procedural procedure procedures
    proceedings process processes processing processor processors production productive productivity products
    professional profile profiles profiling profit prognosis program programación programm programmable programmatic
    programme programmer programming programs progress progressive prohibition project projection projections
    projects projekt projekte projet projeto prologue prominent promise promises promising prompt prompting prompts
    proof proofs propagation proper properties property prophet proportional proportionality proposal proposals
    proposed prospect prospects prosperity protected protecting protection protein proteins protest protocol
    protocols prototype prototypes prototyping prova provable provenance provide provider providers providing
    proving provisioning proxies proximal proximity proxy proyecto prune pruning prüfung pseudo psychological
    psychology public publication publications publishing punctuation punishment pure push pushing puzzle puzzles
    python qualitative quality qualität quantifying quantile quantitative quantization quantized quantum quarter
    quarters quasi quellcode queries query querying quest question questions queue queues quick quickly quiet quiz
    quorum quorums quota quote race racism radio raft rail rain random randomized rank ranked ranker rankers ranking
    ransomware rapid rapport rare rate rational rationality raw reach reachability react reaction reactive reactor
    readable reader reading readings ready real realism realistic reality realization realizing realtime
    rearrangement reason reasoning reasons rebellion rebuild recall recap receiver recent recently reception recess
    recipe recipes recitation recognition recognize recognizing recommend recommendation recommendations recommender
    reconciling reconfigurable reconfiguration reconstruction record recording records recovering recovery rectified
    recurrence recurrent recursion recursive recycling red redes reduce reduced reducing reduction redundancy
    redundant redux refactoring reference references refine refinement refining reflection reflections reflective
    reform reformation refresh refresher refugee refugees refurbish regime regimes region regional regions register
    registers registration regression regret regular regularity regularization regularized regulation regulations
    reinforcement reinforcing reissue rejection related relation relational relations relationship relationships
    relative relativity relaxation relaxed relay release released releases relevance relevant reliability reliable
    relief religion religions religious remains remapping remarks remedial remember reminder remise remote removing
    renaissance rendering repair repaso repeat repeated replacement replacing replay replica replicas replicate
    replicated replication report represent representation representations representative representing
    reproducibility reproducible reproducing republic reputation request requests requirement requirements requires
    reranking rescue research reservation reservoir reset reshaping residual resilience resilient resist resistance
    resistant resizing resolution resolving resource resources respect response responses responsibility responsible
    responsive rest restoration result results resume retention rethink rethinking retraining retrievable retrieval
    retrospective return returns reuse reusing reveal revealing revenge reverse reversible review reviews revision
    revisit revisited revisiting revolt revolution reward rewards rewind rewriting rhetoric rhythm rich richer ride
    right rights rigid rigor rigorous ring rise rising risk risks ritual rituals rivalry river road roadmap robot
    robotics robots robust robustly robustness role rollback rollbacks rollout roman romance romantic romanticism
    rome room root roots rotation rough round rounding rounds route router routers routes routine routines routing
    row rows rubric rule rules rumor run running runs runtime runtimes rural russia russian réseau réseaux révision
    sacred safe safely safer safety sailing saints sample sampler samples sampling sandbox sandboxes sandboxing
    satellite satellites satisfaction satisfiability saturation saturday save saving savings scaffold scaffolding
    scalability scalable scalably scalar scale scaled scaling scan scanning scarce scarcity scenario scenarios scene
    scenes schedule scheduler schedulers schedules scheduling schema schemas scheme schemes schleifen scholar
    scholarship school schools schritte science sciences scientific scope score scores scorn scratch screen
    screening screenplay script scripting scripts scripture scroll sea search searching season second secondary
    secrecy secret secrets section sections sector secular secure secured securing security see seeing seek seeking
    seen segment segmentation segments select selecting selection selective self selfish semaine semana semantic
    semantics semester semesters semi semidefinite semigroup seminar seminars send senior sense senses sensing
    sensitive sensitivity sensor sensors sentence sentences sentiment sep separable separating separation sept
    september sequence sequences sequencing sequent sequential serial serializability serializable serialization
    series serious sermon serve served server serverless servers service services serving session sessions set sets
    setting settings setup seven severe severity sex sexual sexuality shadow shadows shallow shape shaping shard
    sharding shared sharing shell shelter shift shifting shifts shock shop shopping short shortcut shortcuts
    shortest shot shots should show showcase showing shows shrinking shuffle shuffling sickness side sight sigmod
    sign signal signals signature signatures significance signing silence silent silicon similarity simple simplex
    simplicial simplicity simplification simplified simplifying simulating simulation simulator simultaneous sin
    since single singular singularity sink sinks sins site sites situ situated situation six sixth size sizes sizing
    skeleton sketch sketches sketching skew skewed skill skills skip skipping sky slack slam slash slave slavery
    slaves sleep slice slices slicing slides slideshow sliding slo slope slow slowdown small smaller smart smarter
    smooth smoothing smoothness snapshot snapshots snow soap social society sociology socket soft software soldiers
    solid solution solutions solved solver solvers solving someone something sonnet sort sorting sosp soul sound
    sounds source sources south sovereignty soviet space spaces spam span spanner spanning spark sparse sparsity
    spatial spatially spatiotemporal speaker speakers speaking special specialized specific specification
    specifications specificity specifying spectral spectrum speculation speculations speculative speech speeches
    speed speeding speedup speicher speichern spelling sphere spike spiking spin spirit spiritual splines splinter
    split splits splitting sponsored sport sports spot sprache sprachen spread spreadsheet spreadsheets spring
    square squared squares squeezing stability stable stack stacked stage stakes stale stall stalls stance standard
    standardization standards star starting starts startup startups starvation stat state stateful stateless
    statement statements states static station statistical statistically statistics stats status statute stay steady
    stealing stealth steep steering stem stemming step stepping steps stereo stick sticky still stimulus stitch
    stitching stochastic stop stopping storage store stored stores stories storing storm story straggler stragglers
    straight strange strategies strategy stratification stratified stream streaming streamline streamlining streams
    street strengthen strengths stress stretch strict strictly stride strike strikes string strings strip strive
    stroke strong stronger structural structure structured structures structuring struggle strukturen stuck student
    students studies study stuff style stylistic subgradient subgraph subgraphs subject subjective sublime
    submission submodular subsampling subset subsets subspace substitution subtle subversion success successful
    successive suffering sufficient suffix suggestion suitable suite sum summaries summarization summarizing summary
    summer sums sunday super supercharge supercharged supercomputer supercomputers supercomputing superior
    supervised supervision supplement supplemental supplementary supplementing supply support supporting suppression
    sure surface surfaces surprise surprising surrogate surveillance survey surveys survivable survival survivor
    suspicion sustainability sustainable sustaining swap swapping swarm sweep switch switched switches switching
    syllabus symbol symbolic symbolism symbols symmetric symmetries symmetry sympathy symposium synch
    synchronization synchronized synchronizing synchronous synchrony synergy synopsis syntactic syntax synthesis
    synthesizing synthetic system systematic systematically systemic systems systolic systèmes séance table tables
    tabular tackling tag tagged tagging tags tail tailored taint take takeaways takes taking tale tales talk talking
    talks tall taming tarea tareas target targeted targeting targets task tasks taste tax taxes taxonomy teach
    teacher teachers teaching team teams teamwork tech technical technique techniques technological technologies
    technology teen telemetry telephone telescope television tell telling template templates temporal temporary
    temptation ten tenant tension tensor tensors term terminal terminology terror terrorism test testament testbed
    testbeds testimony testing tests text textbook textual texture theatre theft thematic theme themes theorem
    theoretical theorie theories theory therapy thermal thesis thick thin things think thinking third thought
    thoughts thousand thrashing thread threads threat threats three threshold thresholds throttling through
    throughput thumb thursday tick ticket tickets tier tiering tiers tight tile tiled tiles tiling time timeline
    timely timeout timeouts times timing tiny tips tissue title titled today together token tokenization tokens
    tolerance tolerant tolerating tomography tomorrow tone tool toolkit toolkits tools top topic topics topological
    topologies topology torch tort torture total touch tough tour tourism tournament toward towards town toxic
    toxicity toy trabalho trace traces tracing tracking trade tradeoff tradeoffs trader trading tradition
    traditional traditions traffic tragedy trail trailer train training trajectories trajectory transaction
    transactional transactions transcript transcription transfer transformation transformer transformers
    transforming transforms transistor transit transition transitions translate translates translating translation
    translations translator translators transmission transparency transparent transport transportation trap traps
    trash trauma travail travel traversal treasure treatise treatment treatments treaty tree trees trends triage
    trial triangle triangles trick tricks trigger triggers trillion trillions trip tripartite triple triumph trivial
    tropical trouble troubleshooting truly truncated truncation trust trusted trustworthiness trustworthy truth try
    tuesday tune tuned tuning tunnel tunneling tuples turbo turing turn turning turns tutorial tweets twice twin
    twins twist two type typed types typical typing typology tyranny ubiquitous ultimate ultra umbrella unbalanced
    unbiased unbounded uncertain uncertainty uncommon unconstrained uncovering undergraduate underlying understand
    understanding undirected unessay unexpected unfair unified uniform unifying union unique unit united units unity
    univariate universal universality universe university unknown unlabeled unlearning unleashing unlimited
    unlocking unmanned unplanned unprecedented unpublished unraveling unreliable unseen unstable unstructured
    unsupervised until untrusted untyped updatable update updated updates upgrade upgrades upgrading upper upstream
    urban urgent usability usable usage use useful usefulness usenix user users using usually utility utilization
    utopia vacances vaccine validation valuable valuation value values valuing vanishing variability variable
    variablen variables variance variant variants variation variational variations variety various vast vector
    vectors vehicle vehicles velocity venue verbal verfahren verifiable verifiably verification verified verifier
    verifiers verify verifying versatile version versioning versions vertex vertical vertices vertiefung veto via
    viable vibration vice victim victims video videogame videogames videos view viewing viewpoint views village
    violence viral virtual virtualization virtualized virtualizing virtually virtue virus viruses visibility visible
    vision visions visit visitor visual visualization visualize visualizing vital vldb vocabulary voice voices void
    vol volatile voltage volume volumes volunteer vorlesung vote voter voting voyage vs vulnerabilities
    vulnerability wafer wait waiting wake walk walking walks wall want wants war warehouse warm warmup warning warp
    wars wasm waste watch watches water wave wavelet wavelets waves way ways weak weakly weaknesses wealth weapon
    weapons wear wearable weather web webinar webpages website websites wedding wednesday week weekend weekly weight
    weighted weighting weights welcome welfare west western wheel whistle whitebox whole wholesale wicked wide wider
    width wiederholung wiki wikipedia wild wilderness win window windows winner winners winning winter wire wired
    wireless wisdom wishes witness woman women wonder wonderful word words work worker workers workflow workflows
    working workload workloads workplace worksheet workshop world worlds worm worry worse worst worth wrap wrapping
    wrapup write writer writers writes writing written wrong year yesterday yield yields youth zero zeros zone zones
    zoo zoom zusammenfassung évaluation évaluations überblick übersicht übung übungen
    """
)

CJK_SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
    "姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤凌吉连耿"
    "佐伊乔聂冉纪庞谷萧解蓝赖庄仲施文詹翁简柳俞喻柯梅季阎温康殷章卓翟毕左岳齐尤霍鲁葛倪祝焦裴路童欧关甘柏申单"
    "成蒙牛游涂兰苗辛包桂时司车麦宁岑卫祁管荣陳張劉黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鍾譚陸賈鄒龍賀顧錢嚴楊賴"
    "簡莊紀龐喬聶藍"
)
"""The first character of most Chinese names."""

CJK_WORDS: Final = _read(
    """
    安全 白盒 包管理 毕业 成绩 程序 程序员 单元 方案 方程 方法 方向 高级 高斯 高性能 关系 关系型 管理
    国庆 贺岁 黑盒 黄金 简介 江湖 解答 解法 解析 金融 康复 课程 雷达 连接 连续 梁祝 林业 零样本 路径
    路由 罗马 马拉松 麦田 毛笔 牛顿 欧洲 齐次 钱包 曲线 任务 荣誉 申请 施工 石油 时间 时空 时序 史记
    司法 宋词 唐诗 田野 童话 涂层 万维网 王国 卫星 温度 温习 文本 文化 文件 文献 文学 文艺 武器 夏季
    线性 向量 项目 辛亥 游戏 元宵 余弦 于是 张量 章节 周报 周末 朱砂 祝福 庄园 卓越 左右 白板 车辆
    成果 单词 关键词 管道 计算 麦克风 时间表 万物
    """
)
"""Words of titles that begin like a name."""

JAPANESE_SURNAMES: Final = _read(
    """
    佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林
    斎藤 斉藤 清水 山崎 森 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤
    村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村
    中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 工藤 谷口 今井 高田
    丸山 増田 杉山 村田 大塚 新井 小山 平野 野口 武田 松井 千葉 菅原 岩崎 久保 木下 佐野 野村 松尾
    市川 菊地 杉本 古川 大西 島田 水野 桜井 渡部 吉川 山内 西田 菊池
    """
)

HANGUL_SURNAMES: Final = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나지엄진원천방공현함"
    "변염여추도석선설마길위표명기반왕금옥육인맹제모탁국"
)
